using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>The door to cases. Whatever goes wrong behind it is an escalation.</summary>
internal sealed class IssueProcessor(
    CaseFlow flow,
    Approvals approvals,
    CaseEvents events,
    WorkInFlight inFlight,
    UnwrittenEscalation unwritten,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<IssueProcessor> logger
) : IIssueProcessor
{
    public ValueTask<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        DeliveryCheck.Check(issue);
        return HandleAsync(issue, [], keys => Delivery.Of(issue, keys), cancellationToken);
    }

    public ValueTask<Disposition> EscalateAsync(Issue issue, string because, CancellationToken cancellationToken = default)
    {
        DeliveryCheck.Check(issue);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return HandleAsync(issue, [], keys => Delivery.Of(issue, keys, because), cancellationToken);
    }

    public ValueTask<Disposition> ContinueAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken = default) =>
        HandleAsync(reference, turn, null, cancellationToken);

    public ValueTask<Disposition> EscalateTurnAsync(
        CaseReference reference,
        Turn turn,
        string because,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return HandleAsync(reference, turn, because, cancellationToken);
    }

    public async ValueTask<Disposition> ReportAsync(
        CaseReference reference,
        CaseEvent happened,
        CancellationToken cancellationToken = default
    )
    {
        EventCheck.Check(reference, happened);
        inFlight.ThrowIfDisposed();
        return await events.ReportAsync(reference, happened, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Disposition> ApproveAsync(
        Issue issue,
        string actionKey,
        string by,
        CancellationToken cancellationToken = default
    )
    {
        DeliveryCheck.Check(issue);
        ArgumentException.ThrowIfNullOrWhiteSpace(actionKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        inFlight.ThrowIfDisposed();
        return await approvals.ApproveAsync(issue, actionKey, by, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default)
    {
        inFlight.ThrowIfDisposed();
        return await flow.TakeUpAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<Disposition> HandleAsync(
        CaseReference reference,
        Turn turn,
        string? unprocessable,
        CancellationToken cancellationToken
    )
    {
        DeliveryCheck.Check(reference, turn);
        return HandleAsync(
            new Issue
            {
                Id = reference.IssueId,
                Tenant = reference.Tenant,
                Turns = [turn],
            },
            [turn],
            keys => Delivery.Of(reference, turn, keys, unprocessable),
            cancellationToken
        );
    }

    /// <param name="issue">What was delivered, for a person where the journal cannot be used.</param>
    /// <param name="turns">The turns that a person has not been told of.</param>
    /// <param name="deliver">Makes a delivery of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async ValueTask<Disposition> HandleAsync(
        Issue issue,
        IReadOnlyList<Turn> turns,
        Func<CaseKeyring, Delivery> deliver,
        CancellationToken cancellationToken
    )
    {
        inFlight.ThrowIfDisposed();
        using var activity = Telemetry.StartProcess();
        var started = timeProvider.GetTimestamp();
        Disposition disposition;
        Delivery? delivery = null;
        Delivery Deliver(CaseKeyring keys) => delivery ??= deliver(keys);
        try
        {
            disposition = await flow.HandleAsync(Deliver, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not (ObjectDisposedException or PlugInCycleException))
        {
            inFlight.ThrowIfDisposed();
            var isEscalated = options.CurrentValue.EscalatesUnwritten;
            Tell(issue.Id, exception, isEscalated);
            if (isEscalated)
            {
                Telemetry.NotJournaled();
                disposition = await inFlight
                    .Run(CaseReference.Of(issue), () => unwritten.EscalateAsync(issue, turns, Deliver, exception))
                    .ConfigureAwait(false);
            }
            else
            {
                disposition = UnwrittenEscalation.Deferred(issue, exception);
            }
        }

        var elapsed = timeProvider.GetElapsedTime(started);
        Telemetry.Processed(disposition, elapsed);
        Log.Delivered(logger, LogId.Of(issue.Id), disposition.Status, (long)elapsed.TotalMilliseconds);
        return disposition;
    }

    private void Tell(string issueId, Exception exception, bool isEscalated)
    {
        switch (exception)
        {
            // It is the same for each issue, and the journal's own service tells of it.
            case JournalException journal when !isEscalated:
                Log.Deferred(logger, LogId.Of(issueId), journal.Message);
                break;
            case JournalException journal:
                Log.JournalUnusable(logger, LogId.Of(issueId), journal.Message);
                break;
            default:
                Log.ProcessingFailed(logger, LogId.Of(issueId), exception.GetType(), exception.StackTrace);
                break;
        }
    }
}
