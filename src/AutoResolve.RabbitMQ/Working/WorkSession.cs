using AutoResolve.RabbitMQ.Connecting;
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
    private readonly Waiting _unconfirmed;
    private readonly SendingConnection _sending;
    private readonly InFlight _inFlight = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(IChannel Channel, string Tag, Acknowledging Acknowledging)> _consumers = [];

    private WorkSession(WorkPlace place, IConnection connection)
    {
        (_connection, _timeProvider, _logger, _unconfirmed) = (connection, place.TimeProvider, place.Logger, place.Unconfirmed);
        _sending = new SendingConnection(place.Options, $"autoresolve worker {Environment.MachineName}, sending", place.TimeProvider);
    }

    /// <summary>Ends where the connection or a part of it does, with the reason.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Takes the connection and begins.</summary>
    public static async Task<WorkSession> BeginAsync(WorkPlace place, IConnection connection, CancellationToken cancellationToken)
    {
        var session = new WorkSession(place, connection);
        try
        {
            connection.ConnectionShutdownAsync += session.OnShutdownAsync;
            var settling = new Settling(session._sending, place.Names, place.Options, place.Worker, place.TimeProvider);
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
            foreach (var (channel, tag, _) in _consumers)
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

        // What is done and not acknowledged yet would be handed out again.
        await Task.WhenAll(_consumers.Select(consumer => consumer.Acknowledging.WhenDone()))
            .WaitAsync(CloseTimeout, TimeProvider.System)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _sending.DisposeAsync().ConfigureAwait(false);
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
        var acknowledging = new Acknowledging(channel, OnNotAcknowledged);
        consumer.ReceivedAsync += (_, delivery) => ReceiveAsync(channel, acknowledging, delivery, handle, settling);
        consumer.UnregisteredAsync += (_, _) =>
        {
            _closed.TrySetResult($"the broker hands nothing more out of the queue '{queue}'");
            return Task.CompletedTask;
        };
        var tag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken).ConfigureAwait(false);
        _consumers.Add((channel, tag, acknowledging));
    }

    private async Task ReceiveAsync(
        IChannel channel,
        Acknowledging acknowledging,
        BasicDeliverEventArgs delivery,
        Func<Arrival, CancellationToken, Task<Fate>> handle,
        Settling settling
    )
    {
        acknowledging.Begin(delivery.DeliveryTag);
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
            if (!await TrySettleAsync(channel, arrival, fate, settling).ConfigureAwait(false))
            {
                fate = new Fate.Left();
                return;
            }

            acknowledging.End(delivery.DeliveryTag);
            if (fate is Fate.Dead died)
                Telemetry.Died(died.Reason);
        }
        catch (Exception exception)
        {
            // What nobody expects must not keep the message until the connection ends: the session ends, and it comes again.
            Log.Unexpected(_logger, arrival.Name, exception.GetType(), exception.StackTrace);
            _closed.TrySetResult("a message could not be settled");
        }
        finally
        {
            Telemetry.Settled(fate.GetType().Name.ToLowerInvariant(), _timeProvider.GetElapsedTime(started));
        }
    }

    /// <returns>False where it is left to be handed out again.</returns>
    private async Task<bool> TrySettleAsync(IChannel channel, Arrival arrival, Fate fate, Settling settling)
    {
        if (fate is Fate.Left)
            return false;
        try
        {
            if (!await TrySendAsync(arrival, fate, settling).ConfigureAwait(false))
            {
                using var counted = _unconfirmed.Enter();
                do
                {
                    await Task.Delay(TryAgain, _timeProvider, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    if (_ending.IsCancellationRequested || !channel.IsOpen)
                        return false;
                } while (!await TrySendAsync(arrival, fate, settling).ConfigureAwait(false));
            }

            return channel.IsOpen;
        }
        catch (Exception exception)
            when (exception is RabbitMQClientException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    // What was not confirmed is sent again here: given back, it would use up the times that it may be handed out.
    private async Task<bool> TrySendAsync(Arrival arrival, Fate fate, Settling settling)
    {
        try
        {
            await settling.SendAsync(arrival, fate).ConfigureAwait(false);
            return true;
        }
        catch (PublishException exception) when (exception.IsReturn)
        {
            // Whoever begins anew makes what is missing.
            var place = settling.PlaceOf(arrival, fate);
            if (_closed.TrySetResult($"{place} is gone"))
                Log.QueueGone(_logger, place);
            return false;
        }
        catch (PublishException)
        {
            Log.NotTaken(_logger, settling.PlaceOf(arrival, fate));
            return false;
        }
        catch (RabbitMqException exception)
        {
            if (_unconfirmed.Count == 0)
                Log.NotTold(_logger, exception.Message);
            if (exception.IsSetting)
                _closed.TrySetResult(exception.Message);
            return false;
        }
    }

    // What the broker was not told of it hands out again.
    private void OnNotAcknowledged(Exception exception)
    {
        if (exception is RabbitMQClientException or ObjectDisposedException or OperationCanceledException or IOException)
            return;
        Log.Unexpected(_logger, "", exception.GetType(), exception.StackTrace);
        _closed.TrySetResult("messages could not be acknowledged");
    }

    private Task OnShutdownAsync(object sender, ShutdownEventArgs reason)
    {
        _closed.TrySetResult(reason.ReplyText.Length > 0 ? reason.ReplyText : "the connection ended");
        return _ending.IsCancellationRequested ? Task.CompletedTask : _ending.CancelAsync();
    }
}
