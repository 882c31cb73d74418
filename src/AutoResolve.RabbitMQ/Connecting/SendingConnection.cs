using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>
/// A connection by which is only sent, so that a broker that blocks it, or a queue that is not written, does not keep anybody from taking
/// and acknowledging. It is made when it is first needed, and anew where it is lost or where the broker does not confirm in time.
/// </summary>
/// <param name="options">Where the broker is, and how long it is waited for.</param>
/// <param name="name">Who sends, as the broker shows it.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class SendingConnection(RabbitMqOptions options, string name, TimeProvider timeProvider) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly BrokerConnector _connector = new(options);
    private readonly SemaphoreSlim _opening = new(1);
    private Line? _line;
    private bool _isDisposed;

    /// <summary>Sends, and waits until the broker has confirmed that it keeps it.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="key">The routing key.</param>
    /// <param name="isMandatory">Whether it must come into a queue.</param>
    /// <param name="properties">What goes with it.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Ends the wait; it may have been sent.</param>
    /// <exception cref="PublishException">The broker did not take it.</exception>
    /// <exception cref="RabbitMqException">The broker is away, refuses it, or does not confirm it; then it may have it.</exception>
    public async Task SendAsync(
        string exchange,
        string key,
        bool isMandatory,
        BasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var line = _line is { IsOpen: true } open ? open : await OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var sending = isMandatory
                    ? line.Returning.BasicPublishAsync(exchange, key, mandatory: true, properties, body, cancellationToken).AsTask()
                    : line.Confirmed.SendAsync(exchange, key, properties, body);
                await sending.WaitAsync(options.ConfirmTimeout, timeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException exception)
            {
                await LoseAsync(line).ConfigureAwait(false);
                throw NotConfirmed(exchange.Length > 0 ? $"the exchange '{exchange}'" : $"the queue '{key}'", exception);
            }
        }
        catch (Exception exception)
            when (exception is not PublishException
                && !cancellationToken.IsCancellationRequested
                && BrokerProblem.Of(exception, options, exchange.Length > 0 ? $"the exchange '{exchange}'" : $"the queue '{key}'")
                    is { } problem
            )
        {
            throw problem;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    private RabbitMqException NotConfirmed(string where, Exception exception) =>
        new(
            $"The broker at {BrokerProblem.Address(options)} has not confirmed for {options.ConfirmTimeout.TotalSeconds:0.###} seconds "
                + $"what was sent to {where} (ConfirmTimeout); it may have it. A queue there may be without leader, or the broker short of "
                + "disk or memory: see its log.",
            isSetting: false,
            exception
        );

    private async Task<Line> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_line is { IsOpen: true } opened)
                return opened;
            await CloseAsync().ConfigureAwait(false);
            var connection = await _connector.ConnectAsync(name, cancellationToken).ConfigureAwait(false);
            try
            {
                var returning = await connection
                    .CreateChannelAsync(
                        new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var confirmed = await ConfirmedChannel.OpenAsync(connection, cancellationToken).ConfigureAwait(false);
                return _line = new Line(connection, returning, confirmed);
            }
            catch
            {
                await AbortAsync(connection).ConfigureAwait(false);
                throw;
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    // Once for all who wait for it.
    private async Task LoseAsync(Line line)
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            if (ReferenceEquals(_line, line))
                await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task CloseAsync()
    {
        var line = _line;
        _line = null;
        if (line is not null)
            await AbortAsync(line.Connection).ConfigureAwait(false);
    }

    private static async Task AbortAsync(IConnection connection)
    {
        await connection.AbortAsync(CloseTimeout).ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <param name="Connection">The connection.</param>
    /// <param name="Returning">For what must come into a queue, and else comes back.</param>
    /// <param name="Confirmed">For all else.</param>
    private sealed record Line(IConnection Connection, IChannel Returning, ConfirmedChannel Confirmed)
    {
        public bool IsOpen => Returning.IsOpen && Confirmed.IsOpen;
    }
}
