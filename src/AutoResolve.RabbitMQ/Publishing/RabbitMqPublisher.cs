using System.Diagnostics;
using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Publishing;

/// <summary>Publishes to the queue of work, each message until the broker has confirmed that it keeps it. The connection is made when it is
/// first needed, and anew where it is lost.</summary>
internal sealed class RabbitMqPublisher(IOptions<RabbitMqOptions> options, TimeProvider timeProvider) : IIssuePublisher, IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;
    private IChannel? _channel;

    public ValueTask PublishAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return SendAsync(new IssueMessage(issue) { Id = NewId(), Source = Source }, cancellationToken);
    }

    public ValueTask PublishTurnAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(turn);
        return SendAsync(new TurnMessage(reference, turn) { Id = NewId(), Source = Source }, cancellationToken);
    }

    public ValueTask PublishEventAsync(CaseReference reference, CaseEvent happened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(happened);
        return SendAsync(new EventMessage(reference, happened) { Id = NewId(), Source = Source }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _opening.Dispose();
    }

    private string Source => options.Value.Source;

    private string NewId() => Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString("N");

    private async ValueTask SendAsync(CaseMessage message, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Publish();
        var traced = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current
            ? message with
            {
                TraceParent = current.Id,
                TraceState = current.TraceStateString,
            }
            : message;
        var properties = new BasicProperties
        {
            ContentType = CaseMessage.ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = message.Id,
        };
        try
        {
            var channel = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await channel
                .BasicPublishAsync(
                    "",
                    options.Value.Queue,
                    mandatory: true,
                    properties,
                    (traced with { Time = timeProvider.GetUtcNow() }).ToJson(),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (PublishException exception)
        {
            throw exception.IsReturn
                ? new RabbitMqException(
                    $"The broker does not have the queue '{options.Value.Queue}'. Start a worker, which creates it.",
                    isSetting: true,
                    exception
                )
                : new RabbitMqException(
                    $"The broker did not take the message into the queue '{options.Value.Queue}'; it is full or cannot be written. "
                        + "Send it again.",
                    isSetting: false,
                    exception
                );
        }
        catch (Exception exception)
            when (exception is not RabbitMqException
                && BrokerProblem.Of(exception, options.Value, $"the queue '{options.Value.Queue}'") is { } problem
            )
        {
            throw problem;
        }
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
            return open;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_channel is { IsOpen: true } opened)
                return opened;
            await CloseAsync().ConfigureAwait(false);
            _connection = await new BrokerConnector(options.Value)
                .ConnectAsync($"autoresolve publisher {Environment.MachineName}", cancellationToken)
                .ConfigureAwait(false);
            _channel = await _connection
                .CreateChannelAsync(
                    new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null),
                    cancellationToken
                )
                .ConfigureAwait(false);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        (_connection, _channel) = (null, null);
    }
}
