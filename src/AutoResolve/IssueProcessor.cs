using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Decides, writes the decision down, acts, and writes down what became of it.</summary>
internal sealed class IssueProcessor(
    IIssueResolver resolver,
    IJournal journal,
    DecisionJournal decisions,
    ActionJournal actions,
    ActionRunner runner,
    OutcomeDelivery delivery,
    Recovery recovery,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<IssueProcessor> logger) : IIssueProcessor
{
    public async ValueTask<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        using var activity = Telemetry.StartProcess();
        var started = timeProvider.GetTimestamp();
        var resolution = await resolver.ResolveAsync(issue, cancellationToken).ConfigureAwait(false);
        Telemetry.Decided(resolution);
        Disposition disposition;
        try
        {
            disposition = await ProcessAsync(issue, resolution, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            Log.ProcessingFailed(logger, issue.Id, exception.GetType(), exception.StackTrace);
            Telemetry.NotJournaled();
            disposition = await EscalateAsync(issue, new Disposition
            {
                Resolution = resolution,
                Outcome = Outcome.Escalated,
                Summary = exception is JournalException ? "The journal cannot be used, so nothing more is done and a person gets the issue." : "Something unexpected happened while this was processed, so a person gets it.",
                IsJournaled = false,
            }, JournalKeys.Decision(issue), cancellationToken).ConfigureAwait(false);
        }

        Telemetry.Processed(disposition, timeProvider.GetElapsedTime(started));
        return disposition;
    }

    public async ValueTask<Disposition> ApproveAsync(Issue issue, string actionKey, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentException.ThrowIfNullOrWhiteSpace(actionKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (!await IsRequestedAsync(actionKey, cancellationToken).ConfigureAwait(false))
            throw new ArgumentException("No action with that key waits for approval.", nameof(actionKey));
        var resolution = delivery.Complete(await resolver.ResolveAsync(issue, cancellationToken).ConfigureAwait(false));
        var run = new ActionRun { Issue = issue, Resolution = resolution, DecisionKey = JournalKeys.Decision(issue), Approved = new HashSet<string> { actionKey } };
        var index = resolution.Rule is null ? -1 : Enumerable.Range(0, resolution.Actions.Count).FirstOrDefault(place => run.KeyOf(place) == actionKey, -1);
        if (index < 0)
            throw new ArgumentException("The rules plan that action for this issue no more. Deal with the issue by hand.", nameof(actionKey));
        if (!await actions.ApproveAsync(run, index, by, cancellationToken).ConfigureAwait(false))
            throw new ArgumentException("That action has been approved already.", nameof(actionKey));
        var disposition = DispositionWriter.Of(resolution, await runner.RunAsync(run, index, cancellationToken).ConfigureAwait(false));
        if (disposition.Outcome == Outcome.Escalated && !await delivery.EscalateAsync(issue, disposition, JournalKeys.Approval(actionKey), cancellationToken).ConfigureAwait(false))
            return Untold(disposition);
        var isWritten = await actions.CloseApprovalAsync(run, disposition.Outcome, disposition.Summary, JournalKeys.Approval(actionKey)).ConfigureAwait(false);
        return disposition with { IsJournaled = isWritten };
    }

    public async ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default) => await recovery.RecoverAsync(cancellationToken).ConfigureAwait(false);

    private async ValueTask<Disposition> ProcessAsync(Issue issue, Resolution decided, CancellationToken cancellationToken)
    {
        var limits = options.CurrentValue;
        var resolution = limits.Mode == OperatingMode.Active ? delivery.Complete(decided) : decided;
        var run = new ActionRun { Issue = issue, Resolution = resolution, DecisionKey = JournalKeys.Decision(issue) };
        var acts = limits.Mode == OperatingMode.Active && resolution.Actions.Count > 0;
        if (limits.DryRun)
            return await ActAsync(run, limits.Mode, acts, cancellationToken).ConfigureAwait(false) with { IsJournaled = false };

        var isOpen = acts || (delivery.TellsPeople && (limits.Mode == OperatingMode.Suggest || (limits.Mode == OperatingMode.Active && resolution.Outcome == Outcome.Escalated)));
        if (!await decisions.WriteAsync(decisions.Entry(issue, resolution, run.DecisionKey, isOpen), cancellationToken).ConfigureAwait(false))
            return await decisions.FindEarlierAsync(resolution, run.DecisionKey, cancellationToken).ConfigureAwait(false);
        var disposition = await ActAsync(run, limits.Mode, acts, cancellationToken).ConfigureAwait(false);
        if (!isOpen)
            return disposition;
        if (disposition.Outcome == Outcome.Escalated)
        {
            // Left open where the ticket system cannot be told, so that it is told after the next start.
            if (!await delivery.EscalateAsync(issue, disposition, run.DecisionKey, cancellationToken).ConfigureAwait(false))
                return Untold(disposition);
        }

        return disposition with { IsJournaled = await actions.CloseAsync(run, disposition.Outcome, disposition.Summary).ConfigureAwait(false) };
    }

    private async ValueTask<Disposition> ActAsync(ActionRun run, OperatingMode mode, bool acts, CancellationToken cancellationToken) =>
        mode != OperatingMode.Active ? DispositionWriter.Held(run.Resolution, mode)
        : acts ? DispositionWriter.Of(run.Resolution, await runner.RunAsync(run, 0, cancellationToken).ConfigureAwait(false))
        : new Disposition { Resolution = run.Resolution, Outcome = run.Resolution.Outcome, Summary = run.Resolution.Summary };

    private async ValueTask<Disposition> EscalateAsync(Issue issue, Disposition disposition, string key, CancellationToken cancellationToken) =>
        await delivery.EscalateAsync(issue, disposition, key, cancellationToken).ConfigureAwait(false) ? disposition : Untold(disposition);

    private static Disposition Untold(Disposition disposition) => disposition with { Summary = $"{disposition.Summary} The ticket system could not be told." };

    private async ValueTask<bool> IsRequestedAsync(string actionKey, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.ReadAsync(new JournalQuery { Key = JournalKeys.ApprovalRequest(actionKey) }, cancellationToken).ConfigureAwait(false))
            return true;
        return false;
    }
}
