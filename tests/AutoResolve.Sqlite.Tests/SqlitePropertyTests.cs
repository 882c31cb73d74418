using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqlitePropertyTests : JournalPropertyTests
{
    protected override int Samples => 300;

    protected override JournalTestStore CreateStore() => new SqliteStore();
}
