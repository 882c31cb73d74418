using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>Sends what need not come into a queue, and knows each by its number when the broker confirms it, many at once as a
/// rule.</summary>
/// <remarks>The client could tell as well, at the cost of a header in each message by which it knows again what comes back; nothing does
/// here.</remarks>
internal sealed class ConfirmedChannel
{
    private readonly IChannel _channel;
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, TaskCompletionSource> _unconfirmed = [];
    private ulong _first = 1;
    private ulong _next = 1;
    private Exception? _end;

    /// <param name="channel">One on which the broker confirms, and the client does not keep account of it.</param>
    public ConfirmedChannel(IChannel channel)
    {
        _channel = channel;
        channel.BasicAcksAsync += (_, ack) => Settle(ack.DeliveryTag, ack.Multiple, isRefused: false);
        channel.BasicNacksAsync += (_, nack) => Settle(nack.DeliveryTag, nack.Multiple, isRefused: true);
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            End(new AlreadyClosedException(reason));
            return Task.CompletedTask;
        };
    }

    public bool IsOpen => _channel.IsOpen && _end is null;

    public static async Task<ConfirmedChannel> OpenAsync(IConnection connection, CancellationToken cancellationToken) =>
        new(
            await connection
                .CreateChannelAsync(
                    new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false),
                    cancellationToken
                )
                .ConfigureAwait(false)
        );

    /// <summary>Sends, and waits until the broker has confirmed it.</summary>
    /// <exception cref="PublishException">The broker did not take it.</exception>
    /// <exception cref="RabbitMQClientException">The channel has ended; the broker may have it.</exception>
    public Task SendAsync(string exchange, string key, BasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var confirmed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ValueTask sending;

        // The client numbers what it sends in the order in which it is called.
        lock (_lock)
        {
            if (_end is { } end)
                return Task.FromException(end);
            _unconfirmed.Add(_next++, confirmed);
            sending = _channel.BasicPublishAsync(exchange, key, mandatory: false, properties, body);
        }

        return sending.IsCompletedSuccessfully ? confirmed.Task : WaitAsync(sending, confirmed.Task);
    }

    private async Task WaitAsync(ValueTask sending, Task confirmed)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whether it has a number is not known, and so none of those after it is; a confirmation of its number may be another's.
            End(exception);
            await confirmed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await confirmed.ConfigureAwait(false);
    }

    private Task Settle(ulong number, bool isMultiple, bool isRefused)
    {
        lock (_lock)
        {
            for (var each = isMultiple ? _first : number; each <= number; each++)
            {
                if (!_unconfirmed.Remove(each, out var confirmed))
                    continue;
                if (isRefused)
                    confirmed.TrySetException(new PublishException(each, isReturn: false));
                else
                    confirmed.TrySetResult();
            }

            while (_first < _next && !_unconfirmed.ContainsKey(_first))
                _first++;
        }

        return Task.CompletedTask;
    }

    private void End(Exception exception)
    {
        lock (_lock)
        {
            _end ??= exception;
            foreach (var confirmed in _unconfirmed.Values)
                confirmed.TrySetException(_end);
            _unconfirmed.Clear();
        }
    }
}
