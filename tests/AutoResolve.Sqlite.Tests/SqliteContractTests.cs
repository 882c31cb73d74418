using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqliteContractTests : JournalContractTests
{
    protected override JournalTestStore CreateStore() => new SqliteStore();
}
