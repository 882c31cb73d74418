using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresContractTests(PostgresFixture postgres) : JournalContractTests
{
    protected override JournalTestStore CreateStore() => new PostgresStore(postgres, postgres.NewSchema());
}
