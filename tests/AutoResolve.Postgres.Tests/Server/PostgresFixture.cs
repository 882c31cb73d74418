using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoResolve.Postgres.Tests;

/// <summary>One cluster for all tests that need one. Without PostgreSQL they are skipped, but on CI they fail.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Missing =
        "PostgreSQL is not installed: no initdb on the PATH or in /usr/lib/postgresql. Install the package postgresql.";

    // However busy the machine is.
    private static readonly TimeSpan AppendTimeout = TimeSpan.FromMinutes(5);

    private static readonly JournalSecret Secret = JournalSecret.Create();

    private PostgresCluster? _cluster;
    private int _schemas;

    internal PostgresCluster Cluster =>
        _cluster
        ?? throw (Environment.GetEnvironmentVariable("CI") == "true" ? new InvalidOperationException(Missing) : new SkipException(Missing));

    /// <summary>A schema that no other test uses.</summary>
    public string NewSchema() => $"test_{Interlocked.Increment(ref _schemas)}";

    /// <summary>The journal of a host.</summary>
    public IDurableJournal Open(string schema)
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UsePostgresJournal(Cluster.ConnectionString, options => AddTo(options, schema));
        return (IDurableJournal)builder.Services.BuildServiceProvider().GetRequiredService<IJournal>();
    }

    internal static PostgresJournalOptions Options(string schema, params JournalSecret[] secrets)
    {
        var options = new PostgresJournalOptions();
        AddTo(options, schema, secrets);
        return options;
    }

    private static void AddTo(PostgresJournalOptions options, string schema, params JournalSecret[] secrets)
    {
        options.Schema = schema;
        options.AppendTimeout = AppendTimeout;
        foreach (var secret in secrets.Length > 0 ? secrets : [Secret])
            options.Secrets.Add(new JournalSecretOptions { Id = secret.Id, Value = Convert.ToBase64String(secret.ToBytes()) });
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
