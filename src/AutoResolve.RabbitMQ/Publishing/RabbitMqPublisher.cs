using System.Diagnostics;
using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Publishing;

/// <summary>Publishes to the queue of work, each message until the broker has confirmed that it keeps it.</summary>
internal sealed class RabbitMqPublisher(IOptions<RabbitMqOptions> options, TimeProvider timeProvider) : IIssuePublisher, IAsyncDisposable
{
    private readonly SendingConnection _sending = new(options.Value, $"autoresolve publisher {Environment.MachineName}", timeProvider);

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

    public ValueTask DisposeAsync() => _sending.DisposeAsync();

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
            await _sending
                .SendAsync(
                    "",
                    options.Value.Queue,
                    isMandatory: true,
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
    }
}
