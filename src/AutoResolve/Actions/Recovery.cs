using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Takes up what a crash left unfinished: what was begun and is idempotent is run again with the same key, all else goes to a person with what is known.</summary>
internal sealed class Recovery(
    IJournal journal,
    HandlerRegistry handlers,
    ActionRunner runner,
    ActionJournal actions,
    ControlState control,
    OutcomeDelivery delivery,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<Recovery> logger)
{
    /// <returns>How many decisions were taken up.</returns>
    /// <exception cref="JournalException">The journal cannot be used; what was not taken up is taken up the next time.</exception>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await control.EnsureReadAsync(cancellationToken).ConfigureAwait(false);
        var unfinished = await ReadAsync(
            new JournalQuery
            {
                Kinds = [JournalEntryKind.Decision, JournalEntryKind.Intent, JournalEntryKind.Approval],
                Unfinished = true,
                Before = options.CurrentValue.RecoverAfter > TimeSpan.Zero ? timeProvider.GetUtcNow() - options.CurrentValue.RecoverAfter : null,
            },
            cancellationToken).ConfigureAwait(false);
        var unreadable = unfinished.GroupBy(entry => entry.IssueId, StringComparer.Ordinal).Where(issue => !issue.All(IsReadable)).ToList();
        foreach (var issue in unreadable)
            await HandOverAsync(issue.Key, [.. issue], cancellationToken).ConfigureAwait(false);
        unfinished = [.. unfinished.Except(unreadable.SelectMany(issue => issue))];
        var open = unfinished.Where(entry => entry.Kind == JournalEntryKind.Decision).ToDictionary(entry => entry.Key!);
        var actionsOf = unfinished.Where(entry => entry.Kind != JournalEntryKind.Decision).ToLookup(entry => JournalJson.Read<ActionContent>(entry).Decision);
        var decisions = open.Values.ToList();

        // An approved action is begun though its decision is closed.
        foreach (var key in actionsOf.Select(group => group.Key).Where(key => !open.ContainsKey(key)))
            decisions.AddRange(await ReadAsync(new JournalQuery { Key = key }, cancellationToken).ConfigureAwait(false));
        foreach (var decision in decisions.OrderBy(entry => entry.Sequence))
            await RecoverAsync(decision, open.ContainsKey(decision.Key!), [.. actionsOf[decision.Key!]], cancellationToken).ConfigureAwait(false);
        return decisions.Count + unreadable.Count;
    }

    private static bool IsReadable(JournalEntry entry) =>
        entry.Kind == JournalEntryKind.Decision ? JournalJson.TryRead<DecisionContent>(entry) is not null : JournalJson.TryRead<ActionContent>(entry) is not null;

    /// <summary>What is damaged, or was written by another version, must not keep the host from starting, nor be forgotten.</summary>
    private async Task HandOverAsync(string issueId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        const string Summary = "After a restart: what the journal holds about it cannot be read, so what was done is not known and a person gets it.";
        var resolution = new Resolution { IssueId = issueId, Outcome = Outcome.Escalated, Reason = ResolutionReason.Unexpected, Summary = Summary, RulebookRevision = "" };
        var disposition = new Disposition { Resolution = resolution, Outcome = Outcome.Escalated, Summary = Summary };
        Log.NotReadable(logger, issueId, entries[0].Sequence);
        if (!await delivery.EscalateAsync(new Issue { Id = issueId, Text = "" }, disposition, $"unreadable/{entries[0].Sequence}", cancellationToken).ConfigureAwait(false))
            return;
        foreach (var entry in entries)
        {
            if (!await actions.CloseUnreadableAsync(entry, Summary).ConfigureAwait(false))
                throw new JournalException("What was recovered could not be written down. See the log.");
        }
    }

    private async Task RecoverAsync(JournalEntry decision, bool isOpen, IReadOnlyList<JournalEntry> begun, CancellationToken cancellationToken)
    {
        var intents = begun.Where(entry => entry.Kind == JournalEntryKind.Intent).ToList();
        var content = JournalJson.Read<DecisionContent>(decision);
        var run = RunOf(decision, content);
        foreach (var intent in intents)
            await FinishAsync(run, content, intent, cancellationToken).ConfigureAwait(false);

        var reports = await ReportsAsync(content, cancellationToken).ConfigureAwait(false);
        var mode = JournalLabel.Read(content.Mode, OperatingMode.Active);
        var disposition = mode == OperatingMode.Active ? DispositionWriter.Of(run.Resolution, reports) : DispositionWriter.Held(run.Resolution, mode);
        if (disposition.Outcome == Outcome.Escalated && run.Resolution.Outcome != Outcome.Escalated)
            disposition = disposition with { Summary = $"After a restart: {disposition.Summary}" };

        // The person first: what is told twice is better than what is told to nobody.
        if (disposition.Outcome == Outcome.Escalated && !await delivery.EscalateAsync(run.Issue, disposition, run.DecisionKey, cancellationToken).ConfigureAwait(false))
            return;

        var isWritten = isOpen
            ? await actions.CloseAsync(run, disposition.Outcome, disposition.Summary).ConfigureAwait(false)
            : begun.Count > intents.Count || await actions.CloseAgainAsync(run, disposition.Outcome, disposition.Summary, intents[^1].Sequence).ConfigureAwait(false);
        foreach (var approval in begun.Where(entry => entry.Kind == JournalEntryKind.Approval))
            isWritten &= await actions.CloseApprovalAsync(run, disposition.Outcome, disposition.Summary, approval.Key!).ConfigureAwait(false);
        if (!isWritten)
            throw new JournalException("What was recovered could not be written down. See the log.");
    }

    private async Task FinishAsync(ActionRun run, DecisionContent content, JournalEntry intent, CancellationToken cancellationToken)
    {
        var about = JournalJson.Read<ActionContent>(intent);
        var report = new ActionReport { Handler = about.Handler, Key = about.Key, Fate = ActionFate.InDoubt, Message = "It was begun before a restart, so whether it was done is not known." };
        var isUndo = intent.Key == JournalKeys.UndoIntent(about.Key);
        if (!isUndo && MayRunAgain(run, content, about, out var pipeline))
        {
            try
            {
                var action = pipeline.Handler.Bind(new ActionCall(run.Resolution.Actions[about.Index], run.Issue, run.Resolution, about.Key));
                report = await runner.CarryOutAsync(run, about.Index, report, pipeline, action, cancellationToken).ConfigureAwait(false);
            }
            catch (ArgumentException)
            {
                // The handler's parameters have changed since.
                report = report with { Message = "It was begun before a restart, and its handler no longer takes what the rule gave it, so whether it was done is not known." };
            }
        }

        Log.Recovered(logger, run.Issue.Id, about.Handler, report.Fate);
        var isWritten = isUndo
            ? await actions.FinishUndoAsync(run, about.Index, report with { Fate = ActionFate.UndoFailed }).ConfigureAwait(false)
            : await actions.FinishAsync(run, about.Index, report).ConfigureAwait(false);
        if (!isWritten)
            throw new JournalException("What was recovered could not be written down. See the log.");
    }

    private bool MayRunAgain(ActionRun run, DecisionContent content, ActionContent about, out HandlerPipeline pipeline)
    {
        pipeline = handlers.Find(about.Handler)!;
        return pipeline is { Handler.Signature.IsIdempotent: true }
            && about.Index < content.Actions.Count
            && content.Actions[about.Index].IsWhole
            && content.Answer is not { IsWhole: false }
            && options.CurrentValue is { Mode: OperatingMode.Active, DryRun: false }
            && !control.IsStopped(run.Rule.Id);
    }

    private async Task<IReadOnlyList<ActionReport>> ReportsAsync(DecisionContent content, CancellationToken cancellationToken)
    {
        var reports = new List<ActionReport>();
        foreach (var action in content.Actions)
        {
            var report = new ActionReport { Handler = action.Handler, Key = action.Key, Fate = ActionFate.NotReached, Message = "It was not begun before a restart." };
            reports.Add(await FindResultAsync(report, JournalKeys.UndoResult(action.Key), cancellationToken).ConfigureAwait(false)
                ?? await FindResultAsync(report, JournalKeys.Result(action.Key), cancellationToken).ConfigureAwait(false)
                ?? report);
        }

        return reports;
    }

    private async Task<ActionReport?> FindResultAsync(ActionReport report, string key, CancellationToken cancellationToken) =>
        await ReadAsync(new JournalQuery { Key = key }, cancellationToken).ConfigureAwait(false) is [{ } result]
            ? report with { Fate = JournalLabel.Read(result.Label, ActionFate.InDoubt), Message = JournalJson.TryRead<ActionContent>(result)?.Message }
            : null;

    private static ActionRun RunOf(JournalEntry decision, DecisionContent content) => new()
    {
        Issue = content.Issue.ToIssue(),
        DecisionKey = decision.Key!,
        Resolution = new Resolution
        {
            IssueId = decision.IssueId,
            Outcome = JournalLabel.Read(decision.Label, Outcome.Escalated),
            Reason = JournalLabel.Read(content.Reason, ResolutionReason.Unexpected),
            Summary = content.Summary,
            Rule = decision is not { RuleId: { } ruleId, RuleVersion: { } version } ? null : new RuleReference
            {
                Id = ruleId,
                Version = version,
                Title = ruleId,
                Type = content.Type ?? "",
                Owner = content.Owner ?? content.Team ?? "",
                Status = RuleStatus.Active,
            },
            Team = content.Team,
            Tier = content.Tier,
            Tags = content.Tags,
            Answer = content.Answer?.ToAnswer(),
            Actions = [.. content.Actions.Select(action => new PlannedAction { Handler = action.Handler, Parameters = action.Parameters })],
            RulebookRevision = decision.RulebookRevision ?? "",
        },
    };

    private async Task<List<JournalEntry>> ReadAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            entries.Add(entry);
        return entries;
    }
}
