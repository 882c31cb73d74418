using AutoResolve.Testing;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresPropertyTests(PostgresFixture postgres) : JournalPropertyTests
{
    protected override int Samples => 200;

    protected override JournalTestStore CreateStore() => new PostgresStore(postgres, postgres.NewSchema());
}
