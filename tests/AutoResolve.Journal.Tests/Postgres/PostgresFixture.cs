using AutoResolve.Journal.Postgres;
using AutoResolve.Journaling;
using Npgsql;

namespace AutoResolve.Journal.Tests.Postgres;

/// <summary>One cluster for all tests that need one. Without PostgreSQL they are skipped, but on CI they fail.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Missing =
        "PostgreSQL is not installed: no initdb on the PATH or in /usr/lib/postgresql. Install the package postgresql.";

    private static readonly JournalSecret Secret = JournalSecret.Create();

    private PostgresCluster? _cluster;
    private int _schemas;

    internal PostgresCluster Cluster =>
        _cluster
        ?? throw (Environment.GetEnvironmentVariable("CI") == "true" ? new InvalidOperationException(Missing) : new SkipException(Missing));

    /// <summary>A schema that no other test uses.</summary>
    public string NewSchema() => $"test_{Interlocked.Increment(ref _schemas)}";

    internal PostgresJournal Open(string schema) => new(Cluster.ConnectionString, Options(schema));

    internal static PostgresJournalOptions Options(string schema, params JournalSecret[] secrets)
    {
        var options = new PostgresJournalOptions { Schema = schema };
        foreach (var secret in secrets.Length > 0 ? secrets : [Secret])
            options.Secrets.Add(new JournalSecretOptions { Id = secret.Id, Value = Convert.ToBase64String(secret.ToBytes()) });
        return options;
    }

    /// <summary>A connection past the journal.</summary>
    internal async Task<NpgsqlConnection> ConnectAsync(string schema)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Cluster.ConnectionString) { SearchPath = schema, Pooling = false }.ToString()
        );
        await connection.OpenAsync();
        return connection;
    }

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Find() is { } programs)
            _cluster = await PostgresCluster.StartAsync(programs);
    }

    public async Task DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
