using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>The work on one connection, from its beginning to its end. What it has not acknowledged then, the broker hands out
/// again.</summary>
internal sealed class WorkSession : IAsyncDisposable
{
    // A person is to get few messages.
    private const ushort DeadConcurrency = 4;

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly IConnection _connection;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly InFlight _inFlight = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(IChannel Channel, string Tag)> _consumers = [];

    private WorkSession(IConnection connection, TimeProvider timeProvider, ILogger logger) =>
        (_connection, _timeProvider, _logger) = (connection, timeProvider, logger);

    /// <summary>Ends where the connection or a part of it does, with the reason.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Takes the connection and begins.</summary>
    public static async Task<WorkSession> BeginAsync(WorkPlace place, IConnection connection, CancellationToken cancellationToken)
    {
        var session = new WorkSession(connection, place.TimeProvider, place.Logger);
        try
        {
            connection.ConnectionShutdownAsync += session.OnShutdownAsync;
            var confirming = await session
                .OpenAsync(new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null), cancellationToken)
                .ConfigureAwait(false);
            var settling = new Settling(confirming, place.Names, place.Options, place.Worker, place.TimeProvider);
            await session
                .ConsumeAsync(
                    place.Names.Work,
                    (ushort)place.Worker.Concurrency,
                    (ushort)place.Worker.Prefetch,
                    place.Messages.HandleAsync,
                    settling,
                    cancellationToken
                )
                .ConfigureAwait(false);
            await session
                .ConsumeAsync(
                    place.Names.Dead,
                    DeadConcurrency,
                    DeadConcurrency,
                    place.DeadLetters.HandleAsync,
                    settling,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes nothing more, and waits for what is being worked on.</summary>
    /// <param name="patience">How long at most.</param>
    public async Task EndAsync(TimeSpan patience)
    {
        Log.Stopping(_logger, _inFlight.Count);
        await _ending.CancelAsync().ConfigureAwait(false);
        try
        {
            foreach (var (channel, tag) in _consumers)
                await channel.BasicCancelAsync(tag).WaitAsync(CloseTimeout, TimeProvider.System).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RabbitMQClientException or TimeoutException or ObjectDisposedException)
        {
            // The broker is gone, and so is what it handed out.
        }

        await _inFlight.WhenEmpty().WaitAsync(patience, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ending.IsCancellationRequested)
            await _ending.CancelAsync().ConfigureAwait(false);
        await _connection.AbortAsync(CloseTimeout).ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IChannel> OpenAsync(CreateChannelOptions options, CancellationToken cancellationToken)
    {
        var channel = await _connection.CreateChannelAsync(options, cancellationToken).ConfigureAwait(false);
        channel.ChannelShutdownAsync += OnShutdownAsync;
        return channel;
    }

    private async Task ConsumeAsync(
        string queue,
        ushort concurrency,
        ushort prefetch,
        Func<Arrival, CancellationToken, Task<Fate>> handle,
        Settling settling,
        CancellationToken cancellationToken
    )
    {
        var channel = await OpenAsync(new CreateChannelOptions(false, false, null, concurrency), cancellationToken).ConfigureAwait(false);
        await channel.BasicQosAsync(0, prefetch, global: false, cancellationToken).ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => ReceiveAsync(channel, delivery, handle, settling);
        consumer.UnregisteredAsync += (_, _) =>
        {
            _closed.TrySetResult($"the broker hands nothing more out of the queue '{queue}'");
            return Task.CompletedTask;
        };
        var tag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken).ConfigureAwait(false);
        _consumers.Add((channel, tag));
    }

    private async Task ReceiveAsync(
        IChannel channel,
        BasicDeliverEventArgs delivery,
        Func<Arrival, CancellationToken, Task<Fate>> handle,
        Settling settling
    )
    {
        if (_ending.IsCancellationRequested)
            return;
        using var counted = _inFlight.Enter();
        var started = _timeProvider.GetTimestamp();
        Telemetry.TookUp(delivery.Redelivered);
        var arrival = new Arrival(delivery.Body, delivery.BasicProperties, delivery.Redelivered);
        Fate fate = new Fate.Left();
        try
        {
            fate = await handle(arrival, _ending.Token).ConfigureAwait(false);
            if (fate is Fate.Dead dead)
                Log.Dead(_logger, dead.Reason, dead.Because);
            if (!await TrySettleAsync(channel, delivery.DeliveryTag, arrival, fate, settling).ConfigureAwait(false))
                fate = new Fate.Left();
            else if (fate is Fate.Dead died)
                Telemetry.Died(died.Reason);
        }
        catch (Exception exception)
        {
            // What nobody expects must not keep the message until the connection ends: the session ends, and it comes again.
            Log.Unexpected(_logger, arrival.Properties.MessageId ?? "", exception.GetType(), exception.StackTrace);
            _closed.TrySetResult("a message could not be settled");
        }
        finally
        {
            Telemetry.Settled(fate.GetType().Name.ToLowerInvariant(), _timeProvider.GetElapsedTime(started));
        }
    }

    /// <returns>False where it is left to be handed out again.</returns>
    private async Task<bool> TrySettleAsync(IChannel channel, ulong tag, Arrival arrival, Fate fate, Settling settling)
    {
        if (fate is Fate.Left)
            return false;
        try
        {
            while (true)
            {
                try
                {
                    await settling.SendAsync(arrival, fate).ConfigureAwait(false);
                    await channel.BasicAckAsync(tag, multiple: false).ConfigureAwait(false);
                    return true;
                }
                catch (PublishException exception)
                {
                    if (_ending.IsCancellationRequested || !channel.IsOpen)
                        return false;
                    Log.NotTaken(_logger, exception.IsReturn ? "there is no such queue" : "it is full or cannot be written");
                    await Task.Delay(TryAgain, _timeProvider, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
        catch (Exception exception)
            when (exception is RabbitMQClientException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private Task OnShutdownAsync(object sender, ShutdownEventArgs reason)
    {
        _closed.TrySetResult(reason.ReplyText.Length > 0 ? reason.ReplyText : "the connection ended");
        return _ending.IsCancellationRequested ? Task.CompletedTask : _ending.CancelAsync();
    }
}
