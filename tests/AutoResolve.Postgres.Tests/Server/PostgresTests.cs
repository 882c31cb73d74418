namespace AutoResolve.Postgres.Tests;

/// <summary>Tests that share the cluster, one at a time, since some of them stop it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
