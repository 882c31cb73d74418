using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Journaling;

public sealed class InMemoryPropertyTests : JournalPropertyTests
{
    protected override int Samples => 500;

    protected override JournalTestStore CreateStore() => new MemoryStore();
}
