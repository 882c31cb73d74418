using System.Net;
using AutoResolve.Crash.Hosting;
using AutoResolve.Postgres.Tests;
using AutoResolve.RabbitMQ.Tests;
using Npgsql;

namespace AutoResolve.Crash.Queues;

/// <summary>A broker, a database on a small disk where one can be made, and what stands between workers and the broker; for all
/// rounds.</summary>
internal sealed class FleetServers : IAsyncDisposable
{
    private const string Temporary = "TMPDIR";

    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(250);

    private readonly string? _otherDatabase = Environment.GetEnvironmentVariable(JournalStore.ConnectionVariable);

    private FleetServers(RabbitBroker broker, PostgresCluster database, SmallDisk? disk)
    {
        Environment.SetEnvironmentVariable(JournalStore.ConnectionVariable, database.ConnectionString);
        (Broker, Database, Disk) = (broker, database, disk);
        Proxy = new DroppingProxy(new IPEndPoint(IPAddress.Loopback, broker.Port));
    }

    public RabbitBroker Broker { get; }

    public PostgresCluster Database { get; }

    /// <summary>Null where full disks are left out.</summary>
    public SmallDisk? Disk { get; }

    public DroppingProxy Proxy { get; }

    /// <param name="isMeasured">Whether the database is on the disk of all files and has room in memory and between checkpoints, as it has
    /// where it is used; else it is small, so that its disk can be filled.</param>
    /// <exception cref="InvalidOperationException">RabbitMQ or PostgreSQL is not installed.</exception>
    public static async Task<FleetServers> StartAsync(bool isMeasured = false)
    {
        if (RabbitPrograms.Find() is not { } rabbit || PostgresPrograms.Find() is not { } postgres)
            throw new InvalidOperationException("Install the packages rabbitmq-server and postgresql.");
        var disk = isMeasured ? null : SmallDisk.TryMake();
        var before = Environment.GetEnvironmentVariable(Temporary);
        if (disk is not null)
            Environment.SetEnvironmentVariable(Temporary, disk.Folder);
        PostgresCluster? database = null;
        RabbitBroker? broker = null;
        try
        {
            database = await PostgresCluster.StartAsync(postgres);
            Environment.SetEnvironmentVariable(Temporary, before);
            await ExecuteAsync(
                database,
                isMeasured
                    ? ["ALTER SYSTEM SET shared_buffers = '512MB'", "ALTER SYSTEM SET max_wal_size = '4GB'"]
                    : ["ALTER SYSTEM SET max_wal_size = '256MB'"]
            );
            await database.CrashAsync();
            await database.StartAsync();
            broker = RabbitBroker.Create(rabbit);
            await broker.StartAsync();
            return new FleetServers(broker, database, disk);
        }
        catch
        {
            Environment.SetEnvironmentVariable(Temporary, before);
            if (broker is not null)
                await broker.DisposeAsync();
            if (database is not null)
                await database.DisposeAsync();
            disk?.Dispose();
            throw;
        }
    }

    public async Task KillBrokerAsync()
    {
        await Broker.KillAsync();
        await Broker.StartAsync();
    }

    public async Task CrashDatabaseAsync()
    {
        await Database.CrashAsync();
        await Database.StartAsync();
    }

    /// <summary>Takes all room, gives it back after a time, and starts the server where it did not survive that.</summary>
    public async Task FillDiskAsync(TimeSpan length)
    {
        Disk!.Fill();
        await Task.Delay(length);
        Disk.Empty();
        while (true)
        {
            try
            {
                await ExecuteAsync(Database, "SELECT 1");
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException)
            {
                await TryStartAsync();
            }
        }
    }

    /// <summary>Removes what a round has written.</summary>
    public Task ForgetAsync(string schema) => ExecuteAsync(Database, $"DROP SCHEMA IF EXISTS \"{schema}\" CASCADE", "CHECKPOINT");

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(JournalStore.ConnectionVariable, _otherDatabase);
        await Proxy.DisposeAsync();
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Disk?.Dispose();
    }

    // It may be recovering, which is not for us to hurry.
    private async Task TryStartAsync()
    {
        try
        {
            await Database.StartAsync();
        }
        catch (InvalidOperationException)
        {
            await Task.Delay(Later);
        }
    }

    private static async Task ExecuteAsync(PostgresCluster database, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString()
        );
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
