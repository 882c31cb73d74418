using System.Security.Cryptography;
using AutoResolve.Intake.Messages;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Gives a person what could not be processed, as a case of the journal: that of the message where it can be read, else one of its
/// own, which is the same for the same content.</summary>
internal sealed class DeadLetterHandler(
    IIssueProcessor processor,
    IJournal journal,
    QueueNames names,
    RabbitMqWorkerOptions options,
    Holding holding,
    ILogger logger
)
{
    private const string DeliveryLimit = "delivery_limit";
    private const int MaxBecause = 400;

    // Anybody who may write to the queue may say anything.
    private static readonly PersonalDataRedactor Redactor = new();

    /// <param name="arrival">The message.</param>
    /// <param name="ending">Signalled where nobody waits for it any more.</param>
    public Task<Fate> HandleAsync(Arrival arrival, CancellationToken ending)
    {
        var (reason, because) = Why(arrival);
        return holding.UntilAsync(() => TryAsync(arrival, reason, because, ending), ending);
    }

    private async Task<Fate?> TryAsync(Arrival arrival, string reason, string because, CancellationToken ending)
    {
        try
        {
            var message = TryRead(arrival);
            var (reference, disposition) = await EscalateAsync(arrival, message, $"{because} It is kept in the queue '{names.Parked}'.")
                .ConfigureAwait(false);
            return disposition.Status == DispositionStatus.UnderWay
                ? null
                : new Fate.Parked(reference, message, disposition, reason, because);
        }
        catch (JournalException)
        {
            return null;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
        {
            return new Fate.Left();
        }
        catch (Exception exception) when (!ending.IsCancellationRequested)
        {
            Log.Unexpected(logger, arrival.Name, exception.GetType(), exception.StackTrace);
            return null;
        }
    }

    private async Task<(CaseReference Case, Disposition Disposition)> EscalateAsync(Arrival arrival, CaseMessage? message, string because)
    {
        if (message is not null)
        {
            try
            {
                return (message.Case, await GiveAsync(arrival, message, because).ConfigureAwait(false));
            }
            catch (ArgumentException)
            {
                // It has no case by which it could be known.
            }
        }

        var secrets = await journal.OpenAsync().ConfigureAwait(false);
        var issue = new Issue
        {
            Id = $"message-{secrets.Current.Key($"message\n{Convert.ToHexString(SHA256.HashData(arrival.Body.Span))}")}",
            Channel = "queue",
        };
        return (CaseReference.Of(issue), await processor.EscalateAsync(issue, because).ConfigureAwait(false));
    }

    private ValueTask<Disposition> GiveAsync(Arrival arrival, CaseMessage message, string because) =>
        message switch
        {
            // Whoever had it ended while it was escalated, maybe by what it says.
            IssueMessage or TurnMessage when arrival.HasEndedSomebody => processor.EscalateTurnAsync(
                message.Case,
                Unread(message),
                $"{because} Its text is left out, since whoever was to give it to a person before ended; read it there."
            ),
            IssueMessage issue => processor.EscalateAsync(issue.Issue, because),
            TurnMessage turn => processor.EscalateTurnAsync(turn.Reference, turn.Turn, because),
            EventMessage happened => processor.EscalateTurnAsync(
                happened.Reference,
                new Turn { Id = $"event {happened.Happened.Id}", Author = Author.Machine },
                $"An event of this case ({happened.Happened.Kind}) was not taken note of. {because}"
            ),
            _ => throw new InvalidOperationException("There is no other kind of message."),
        };

    private static Turn Unread(CaseMessage message) =>
        message is TurnMessage { Turn: var turn }
            ? new Turn { Id = turn.Id, Author = turn.Author }
            : new Turn { Id = $"message {DispositionMessage.IdOf(message)}", Author = Author.Machine };

    private CaseMessage? TryRead(Arrival arrival)
    {
        try
        {
            return arrival.Body.Length > options.MaxMessageBytes ? null : arrival.Read();
        }
        catch (BadMessageException)
        {
            return null;
        }
    }

    // What the broker says is newer than what a worker said, whose headers stay when a message is moved back.
    private (string Reason, string Because) Why(Arrival arrival)
    {
        var death = MessageHeaders.DeathOf(arrival.Properties);
        if (death is DeliveryLimit)
            return ("delivery-limit", "A message was handed out again and again and never acknowledged: whoever had it ended each time.");
        if (MessageHeaders.Deaths.Contains(death))
            return (death!, $"The broker gave a message up ({death}).");
        if (MessageHeaders.Text(arrival.Properties, MessageHeaders.Reason) is not { } reason || !DeadReasons.All.Contains(reason))
            return (
                DeadReasons.Unknown,
                $"A message came into the queue '{names.Dead}' for no reason that is known; no worker put it there."
            );
        var because = MessageHeaders.Text(arrival.Properties, MessageHeaders.Because) ?? reason;
        return (reason, SafeText.Start(Redactor.Redact(SafeText.Start(because, MaxBecause)), MaxBecause));
    }
}
