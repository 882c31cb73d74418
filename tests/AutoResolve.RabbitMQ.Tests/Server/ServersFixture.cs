using AutoResolve.Postgres.Tests;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>One broker and one database for all tests that need them. Without RabbitMQ or PostgreSQL they are skipped, but on CI they
/// fail.</summary>
public sealed class ServersFixture : IAsyncLifetime
{
    private const string Missing =
        "RabbitMQ or PostgreSQL is not installed: no /usr/lib/rabbitmq/bin/rabbitmq-server, or no initdb. Install the packages "
        + "rabbitmq-server and postgresql.";

    private RabbitBroker? _broker;
    private PostgresCluster? _cluster;
    private int _names;

    internal RabbitBroker Broker => _broker ?? throw NotThere();

    internal PostgresCluster Cluster => _cluster ?? throw NotThere();

    /// <summary>A name for a queue and a schema that no other test uses.</summary>
    public string NewName() => $"test_{Interlocked.Increment(ref _names)}";

    public async Task InitializeAsync()
    {
        if (RabbitPrograms.Find() is not { } rabbit || PostgresPrograms.Find() is not { } postgres)
            return;
        _broker = RabbitBroker.Create(rabbit, withTls: true);
        _cluster = await PostgresCluster.StartAsync(postgres);
        await _broker.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private static Exception NotThere() =>
        Environment.GetEnvironmentVariable("CI") == "true" ? new InvalidOperationException(Missing) : new SkipException(Missing);
}

/// <summary>Tests that share the servers, one at a time, since some of them stop one.</summary>
[CollectionDefinition(Name)]
public sealed class ServerTests : ICollectionFixture<ServersFixture>
{
    public const string Name = "RabbitMQ";
}
