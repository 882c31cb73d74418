using AutoResolve.Crash.Hosting;
using Npgsql;

namespace AutoResolve.Crash.Driving;

/// <summary>Cuts connections of hosts to their PostgreSQL server.</summary>
internal sealed class ConnectionCutter : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(JournalStore.Connection) { ApplicationName = "cutter", Pooling = false }.ToString()
    );

    /// <summary>Cuts all connections of one host.</summary>
    public Task CutAsync(HostSettings host, CancellationToken cancellationToken) =>
        CutAsync("=", JournalStore.ApplicationOf(host), cancellationToken);

    /// <summary>Cuts all connections of all hosts of a schema; not those of whoever drives them.</summary>
    public Task CutAllAsync(string schema, CancellationToken cancellationToken) =>
        CutAsync("LIKE", $"{schema}-{HostPool.NamePrefix}%", cancellationToken);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task CutAsync(string comparison, string application, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name {comparison} $1"
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = application });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
