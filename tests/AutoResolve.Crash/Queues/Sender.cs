using AutoResolve.RabbitMQ.Tests;
using RabbitMQ.Client;

namespace AutoResolve.Crash.Queues;

/// <summary>Sends each message until the broker has confirmed it, however often the broker is away meanwhile.</summary>
internal sealed class Sender(int port, string queue, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int AtOnce = 64;

    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;
    private IChannel? _channel;

    public Task SendAsync(IEnumerable<PlannedMessage> messages) =>
        Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (message, _) =>
            {
                while (!await TrySendAsync(message))
                    await Task.Delay(Later, cancellationToken);
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.AbortAsync(Later);
        _opening.Dispose();
    }

    private async Task<bool> TrySendAsync(PlannedMessage message)
    {
        try
        {
            var channel = await OpenAsync();
            var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, MessageId = message.Id };
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<IChannel> OpenAsync()
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_channel is { IsOpen: true } open)
                return open;
            if (_connection is not null)
                await _connection.AbortAsync(Later);
            _connection = await BrokerClient.ConnectAsync(port);
            return _channel = await _connection.CreateChannelAsync(
                new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null),
                cancellationToken
            );
        }
        finally
        {
            _opening.Release();
        }
    }
}

/// <summary>Connections of whoever drives the run.</summary>
internal static class BrokerClient
{
    public static Task<IConnection> ConnectAsync(int port) =>
        new ConnectionFactory
        {
            HostName = "127.0.0.1",
            Port = port,
            UserName = RabbitBroker.User,
            Password = RabbitBroker.Password,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        }.CreateConnectionAsync();
}
