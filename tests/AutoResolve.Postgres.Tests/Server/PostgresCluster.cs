using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AutoResolve.Postgres.Tests;

/// <summary>A private PostgreSQL server with data of its own, reached only by a socket in its folder; gone when it is disposed.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly PostgresPrograms _programs;
    private readonly string _folder;

    private PostgresCluster(PostgresPrograms programs, string folder) => (_programs, _folder) = (programs, folder);

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder
        {
            Host = _folder,
            Username = "postgres",
            Database = "postgres",
            IncludeErrorDetail = true,
        }.ToString();

    /// <summary>Where it is reached.</summary>
    public EndPoint Address => new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432"));

    /// <summary>The server, while it runs.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PostgresCluster> StartAsync(PostgresPrograms programs)
    {
        var cluster = new PostgresCluster(programs, await PostgresPrograms.MakeFolderAsync());
        try
        {
            await programs.InitializeAsync(cluster.Data);
            await File.AppendAllTextAsync(
                Path.Combine(cluster.Data, "postgresql.conf"),
                $"\nlisten_addresses = ''\nunix_socket_directories = '{cluster._folder}'\nshared_buffers = 32MB\nmax_connections = 200\n"
            );
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public Task StartAsync() => _programs.ControlAsync(Data, "-l", Path.Combine(_folder, "log"), "start");

    /// <summary>Stops it without letting it write anything more.</summary>
    public Task CrashAsync() => _programs.ControlAsync(Data, "-m", "immediate", "stop");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await CrashAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
