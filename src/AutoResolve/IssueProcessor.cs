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
            disposition = new Disposition
            {
                Resolution = resolution,
                Outcome = Outcome.Escalated,
                Summary = exception is JournalException ? "The journal cannot be used, so nothing more is done and a person gets the issue." : "Something unexpected happened while this was processed, so a person gets it.",
                IsJournaled = false,
            };
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
        var resolution = await resolver.ResolveAsync(issue, cancellationToken).ConfigureAwait(false);
        var run = new ActionRun { Issue = issue, Resolution = resolution, DecisionKey = JournalKeys.Decision(issue), Approved = new HashSet<string> { actionKey } };
        var index = resolution.Rule is null ? -1 : Enumerable.Range(0, resolution.Actions.Count).FirstOrDefault(place => run.KeyOf(place) == actionKey, -1);
        if (index < 0)
            throw new ArgumentException("The rules plan that action for this issue no more. Deal with the issue by hand.", nameof(actionKey));
        if (!await actions.ApproveAsync(run, index, by, cancellationToken).ConfigureAwait(false))
            throw new ArgumentException("That action has been approved already.", nameof(actionKey));
        var disposition = DispositionWriter.Of(resolution, await runner.RunAsync(run, index, cancellationToken).ConfigureAwait(false));
        var isWritten = await actions.CloseApprovalAsync(run, disposition.Outcome, disposition.Summary, JournalKeys.Approval(actionKey)).ConfigureAwait(false);
        return disposition with { IsJournaled = isWritten };
    }

    public async ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default) => await recovery.RecoverAsync(cancellationToken).ConfigureAwait(false);

    private async ValueTask<Disposition> ProcessAsync(Issue issue, Resolution resolution, CancellationToken cancellationToken)
    {
        var mode = options.CurrentValue.Mode;
        var acts = mode == OperatingMode.Active && resolution.Actions.Count > 0;
        var key = JournalKeys.Decision(issue);
        if (acts && options.CurrentValue.DryRun)
            return DispositionWriter.Of(resolution, await runner.RunAsync(Run(issue, resolution, key), 0, cancellationToken).ConfigureAwait(false)) with { IsJournaled = false };
        if (!await decisions.WriteAsync(decisions.Entry(issue, resolution, key, isOpen: acts), cancellationToken).ConfigureAwait(false))
            return await decisions.FindEarlierAsync(resolution, key, cancellationToken).ConfigureAwait(false);
        if (mode != OperatingMode.Active)
            return DispositionWriter.Held(resolution, mode);
        if (!acts)
            return new Disposition { Resolution = resolution, Outcome = resolution.Outcome, Summary = resolution.Summary };

        var run = Run(issue, resolution, key);
        var disposition = DispositionWriter.Of(resolution, await runner.RunAsync(run, 0, cancellationToken).ConfigureAwait(false));
        return disposition with { IsJournaled = await actions.CloseAsync(run, disposition.Outcome, disposition.Summary).ConfigureAwait(false) };
    }

    private static ActionRun Run(Issue issue, Resolution resolution, string key) => new() { Issue = issue, Resolution = resolution, DecisionKey = key };

    private async ValueTask<bool> IsRequestedAsync(string actionKey, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.ReadAsync(new JournalQuery { Key = JournalKeys.ApprovalRequest(actionKey) }, cancellationToken).ConfigureAwait(false))
            return true;
        return false;
    }
}
