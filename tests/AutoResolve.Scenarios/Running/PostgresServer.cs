using System.Security.Cryptography;
using AutoResolve.Postgres;
using AutoResolve.Postgres.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Scenarios.Running;

/// <summary>A private PostgreSQL server, with a schema for each run.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly PostgresCluster _cluster;
    private readonly string _secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private int _schemas;

    private PostgresServer(PostgresCluster cluster) => _cluster = cluster;

    /// <summary>Starts one.</summary>
    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<PostgresServer?> StartAsync() =>
        PostgresPrograms.Find() is { } programs ? new PostgresServer(await PostgresCluster.StartAsync(programs)) : null;

    /// <summary>Opens an empty journal.</summary>
    public StoryStore Open()
    {
        var schema = $"story_{Interlocked.Increment(ref _schemas)}";
        return new DurableStore(builder => builder.UsePostgresJournal(_cluster.ConnectionString, options =>
            {
                options.Schema = schema;
                options.Secrets.Add(new JournalSecretOptions { Id = "1", Value = _secret });
            }));
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
