using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Journaling;

public sealed class InMemoryContractTests : JournalContractTests
{
    protected override JournalTestStore CreateStore() => new MemoryStore();
}
