using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>The queues and exchanges, and how they are made.</summary>
internal sealed class Topology(RabbitMqOptions options, RabbitMqWorkerOptions worker)
{
    // What is dead is handed out again as long as it takes; brokers of version 4 limit that where nothing is said.
    private const int MaxDeadDeliveries = 1_000_000;

    public QueueNames Names { get; } = new(options.Queue);

    /// <summary>Creates what is missing, or makes sure that it is there.</summary>
    /// <exception cref="RabbitMqException">It is otherwise than wanted, or not there.</exception>
    public async Task MakeAsync(IConnection connection, CancellationToken cancellationToken)
    {
        if (worker.CreatesQueues)
        {
            await ExchangeAsync(connection, Names.Exchange, ExchangeType.Direct, cancellationToken).ConfigureAwait(false);
            await ExchangeAsync(connection, Names.Dispositions, ExchangeType.Topic, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (name, arguments) in Queues())
            await QueueAsync(connection, name, arguments, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Each queue with its arguments.</summary>
    public IEnumerable<(string Name, Dictionary<string, object?> Arguments)> Queues()
    {
        yield return (Names.Work, Quorum(("x-delivery-limit", worker.DeliveryLimit), To(Names.Dead)));
        yield return (Names.Dead, Quorum(("x-delivery-limit", MaxDeadDeliveries), To(Names.Parked)));
        yield return (Names.Parked, Quorum(("x-message-ttl", (long)worker.KeepParked.TotalMilliseconds)));
        foreach (var delay in worker.Delays.Distinct())
            yield return (Names.Retry(delay), Quorum(("x-message-ttl", (long)delay.TotalMilliseconds), To(Names.Work)));
    }

    private async Task ExchangeAsync(IConnection connection, string name, string type, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await using var closing = channel.ConfigureAwait(false);
            await channel
                .ExchangeDeclareAsync(name, type, durable: true, autoDelete: false, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested
                && BrokerProblem.Of(exception, options, $"the exchange '{name}'") is { } problem
            )
        {
            throw problem;
        }
    }

    // A channel each: one that is refused something is closed.
    private async Task QueueAsync(
        IConnection connection,
        string name,
        Dictionary<string, object?> arguments,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await using var closing = channel.ConfigureAwait(false);
            if (!worker.CreatesQueues)
            {
                await channel.QueueDeclarePassiveAsync(name, cancellationToken).ConfigureAwait(false);
                return;
            }

            await channel
                .QueueDeclareAsync(
                    name,
                    durable: true,
                    exclusive: false,
                    autoDelete: false,
                    arguments: arguments,
                    cancellationToken: cancellationToken
                )
                .ConfigureAwait(false);
            await channel.QueueBindAsync(name, Names.Exchange, name, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested && BrokerProblem.Of(exception, options, $"the queue '{name}'") is { } problem)
        {
            throw problem;
        }
    }

    // What one queue gives to another is confirmed there before it is gone here.
    private (string, object)[] To(string queue) =>
        [
            ("x-dead-letter-exchange", Names.Exchange),
            ("x-dead-letter-routing-key", queue),
            ("x-dead-letter-strategy", "at-least-once"),
            ("x-overflow", "reject-publish"),
        ];

    private Dictionary<string, object?> Quorum((string Name, object Value) one, params (string Name, object Value)[] others)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum", [one.Name] = one.Value };
        foreach (var (name, value) in others)
            arguments[name] = value;
        if (options.QueueCopies is { } copies)
            arguments["x-quorum-initial-group-size"] = copies;
        return arguments;
    }
}
