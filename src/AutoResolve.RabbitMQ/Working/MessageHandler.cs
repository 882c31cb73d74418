using AutoResolve.Intake.Messages;
using AutoResolve.Journaling;
using AutoResolve.RabbitMQ.Connecting;
using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Has a message processed, and says what becomes of it. It knows no broker.</summary>
internal sealed class MessageHandler(
    IIssueProcessor processor,
    RabbitMqWorkerOptions options,
    Holding holding,
    TimeProvider timeProvider,
    ILogger logger
)
{
    private const int MaxSentence = 400;

    // What is wrong with the event itself, and not with the case, which may come yet.
    private const string AboutTheEvent = "happened";

    /// <param name="arrival">The message.</param>
    /// <param name="ending">Signalled where nobody waits for it any more.</param>
    public Task<Fate> HandleAsync(Arrival arrival, CancellationToken ending)
    {
        if (arrival.Body.Length > options.MaxMessageBytes)
            return Task.FromResult<Fate>(
                new Fate.Dead(
                    DeadReasons.TooLong,
                    $"The message has {arrival.Body.Length} bytes; at most {options.MaxMessageBytes} are read (MaxMessageBytes)."
                )
            );
        CaseMessage message;
        try
        {
            message = arrival.Read();
        }
        catch (BadMessageException exception)
        {
            return Task.FromResult<Fate>(new Fate.Dead(Word(exception.Kind), exception.Message));
        }

        if (message.Time is { } sent && MessageHeaders.TriesOf(arrival.Properties) == 0)
            Telemetry.Waited(timeProvider.GetUtcNow() - sent);
        return HandleAsync(message, arrival, ending);
    }

    private async Task<Fate> HandleAsync(CaseMessage message, Arrival arrival, CancellationToken ending)
    {
        using var activity = Telemetry.Follow(message);
        return await holding.UntilAsync(() => TryAsync(message, arrival, ending), ending).ConfigureAwait(false);
    }

    private async Task<Fate?> TryAsync(CaseMessage message, Arrival arrival, CancellationToken ending)
    {
        try
        {
            var disposition = await ProcessAsync(message).ConfigureAwait(false);
            return disposition switch
            {
                { Status: DispositionStatus.UnderWay, IsJournaled: false } => null,
                { Status: DispositionStatus.UnderWay } => Again(arrival, disposition.Summary),
                _ => new Fate.Done(message, disposition),
            };
        }
        catch (JournalException)
        {
            return null;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
        {
            return new Fate.Left();
        }
        catch (ArgumentException exception) when (message is not EventMessage || exception.ParamName == AboutTheEvent)
        {
            return new Fate.Dead(DeadReasons.Refused, Sentence(exception));
        }
        catch (Exception exception) when (exception is ArgumentException or TimeoutException)
        {
            return Again(arrival, Sentence(exception));
        }
        catch (Exception exception) when (!ending.IsCancellationRequested)
        {
            Log.Unexpected(logger, arrival.Name, exception.GetType(), exception.StackTrace);
            return Again(arrival, "Something unexpected happened while it was processed.");
        }
    }

    private ValueTask<Disposition> ProcessAsync(CaseMessage message) =>
        message switch
        {
            IssueMessage issue => processor.ProcessAsync(issue.Issue),
            TurnMessage turn => processor.ContinueAsync(turn.Reference, turn.Turn),
            EventMessage happened => processor.ReportAsync(happened.Reference, happened.Happened),
            _ => throw new InvalidOperationException("There is no other kind of message."),
        };

    private Fate Again(Arrival arrival, string because) =>
        MessageHeaders.TriesOf(arrival.Properties) < options.Delays.Count
            ? new Fate.Again(because)
            : new Fate.Dead(DeadReasons.TriesUsedUp, $"It was tried {options.Delays.Count + 1} times and did not end. {because}");

    // What the runtime adds to it is for programmers; ids in it are as they were sent.
    private static string Sentence(Exception exception)
    {
        var end = exception.Message.IndexOf(" (Parameter ", StringComparison.Ordinal);
        return SafeText.Start(end < 0 ? exception.Message : exception.Message[..end], MaxSentence);
    }

    private static string Word(BadMessageKind kind) =>
        kind switch
        {
            BadMessageKind.NotJson => DeadReasons.NotJson,
            BadMessageKind.NotCloudEvent => DeadReasons.NotCloudEvent,
            BadMessageKind.UnknownType => DeadReasons.UnknownType,
            _ => DeadReasons.BadData,
        };
}
