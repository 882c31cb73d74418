using System.Globalization;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>Writes what is done about decisions. What cannot be written stops what would follow it.</summary>
internal sealed class ActionJournal(IJournal journal, Redaction redaction, TimeProvider timeProvider, ILogger<ActionJournal> logger)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>Writes that an action begins. Not written where it was begun before.</summary>
    public ValueTask<AppendResult> BeginAsync(ActionRun run, int index, CancellationToken cancellationToken) => journal.AppendAsync(
        [Entry(run, index, JournalEntryKind.Intent, "begun") with { Key = JournalKeys.Intent(run.KeyOf(index)), IsOpen = true, Group = run.Group }],
        cancellationToken);

    /// <summary>Writes how an action ended, and tries again where that fails.</summary>
    /// <returns>Whether it is written.</returns>
    public Task<bool> FinishAsync(ActionRun run, int index, ActionReport report) => AppendForSureAsync(
        Entry(run, index, JournalEntryKind.ActionResult, JournalLabel.Of(report.Fate), report) with { Key = JournalKeys.Result(report.Key), Closes = JournalKeys.Intent(report.Key) });

    public async ValueTask<bool> BeginUndoAsync(ActionRun run, int index, CancellationToken cancellationToken) => (await journal.AppendAsync(
        [Entry(run, index, JournalEntryKind.Intent, "undo") with { Key = JournalKeys.UndoIntent(run.KeyOf(index)), IsOpen = true }],
        cancellationToken).ConfigureAwait(false)).Written;

    public Task<bool> FinishUndoAsync(ActionRun run, int index, ActionReport report) => AppendForSureAsync(
        Entry(run, index, JournalEntryKind.ActionResult, JournalLabel.Of(report.Fate), report) with { Key = JournalKeys.UndoResult(report.Key), Closes = JournalKeys.UndoIntent(report.Key) });

    /// <summary>Writes that an action waits for approval; once.</summary>
    public async ValueTask RequestApprovalAsync(ActionRun run, int index, CancellationToken cancellationToken) => await journal.AppendAsync(
        [Entry(run, index, JournalEntryKind.ApprovalRequest, "requested") with { Key = JournalKeys.ApprovalRequest(run.KeyOf(index)), IsOpen = true }],
        cancellationToken).ConfigureAwait(false);

    /// <summary>Writes that a person approved an action. Open until what became of it is written: a crash may come before its intent.</summary>
    /// <returns>False where somebody already has.</returns>
    public async ValueTask<bool> ApproveAsync(ActionRun run, int index, string by, CancellationToken cancellationToken) => (await journal.AppendAsync(
        [
            Entry(run, index, JournalEntryKind.Approval, "approved", by: redaction.Text(by)) with
            {
                Key = JournalKeys.Approval(run.KeyOf(index)),
                IsOpen = true,
                Closes = JournalKeys.ApprovalRequest(run.KeyOf(index)),
            },
        ],
        cancellationToken).ConfigureAwait(false)).Written;

    /// <summary>What became of an action that was begun before.</summary>
    public async ValueTask<ActionReport> FindEarlierAsync(ActionReport report, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Key = JournalKeys.Result(report.Key) }, cancellationToken).ConfigureAwait(false))
        {
            var content = JournalJson.Read<ActionContent>(entry);
            var fate = JournalLabel.Read(entry.Label, ActionFate.InDoubt);
            return report with { Fate = fate, Message = $"It was carried out before, for the same issue. {content.Message}".TrimEnd(), Attempts = 0 };
        }

        return report with { Fate = ActionFate.InDoubt, Message = "It was begun before, for the same issue, and has not ended." };
    }

    /// <summary>Writes what a handler said after its time limit. Best effort: the action is with a person already.</summary>
    public void NoteLate(ActionRun run, int index, ActionReport report, ActionOutcome outcome)
    {
        var message = $"Its handler answered after its time limit: {outcome.Status}. {outcome.Message}".TrimEnd();
        _ = AppendForSureAsync(Entry(run, index, JournalEntryKind.Note, "late", report with { Message = message }));
    }

    /// <summary>Writes what became of an issue whose decision was to be carried out.</summary>
    public Task<bool> CloseAsync(ActionRun run, Outcome outcome, string summary) => CloseAsync(run, outcome, summary, JournalKeys.Disposition(run.DecisionKey), run.DecisionKey);

    /// <summary>Writes what became of an issue whose action was approved.</summary>
    public Task<bool> CloseApprovalAsync(ActionRun run, Outcome outcome, string summary, string approval) => CloseAsync(run, outcome, summary, JournalKeys.Disposition(approval), approval);

    /// <summary>Writes what became of an issue whose decision is finished already, but not all that came of it.</summary>
    public Task<bool> CloseAgainAsync(ActionRun run, Outcome outcome, string summary, long intent) =>
        CloseAsync(run, outcome, summary, string.Create(CultureInfo.InvariantCulture, $"recovered/{intent}"), closes: null);

    /// <summary>Writes that a person has an issue, of which an unfinished entry cannot be read.</summary>
    public Task<bool> CloseUnreadableAsync(JournalEntry entry, string summary) => AppendForSureAsync(new JournalEntry
    {
        At = timeProvider.GetUtcNow(),
        Kind = JournalEntryKind.Disposition,
        IssueId = entry.IssueId,
        Key = string.Create(CultureInfo.InvariantCulture, $"unreadable/{entry.Sequence}"),
        Closes = entry.Key,
        RuleId = entry.RuleId,
        RuleVersion = entry.RuleVersion,
        RulebookRevision = entry.RulebookRevision,
        Label = JournalLabel.Of(Outcome.Escalated),
        Content = JournalJson.Write(new DispositionContent(redaction.Text(summary))),
    });

    private Task<bool> CloseAsync(ActionRun run, Outcome outcome, string summary, string key, string? closes) => AppendForSureAsync(new JournalEntry
    {
        At = timeProvider.GetUtcNow(),
        Kind = JournalEntryKind.Disposition,
        IssueId = run.Issue.Id,
        Key = key,
        Closes = closes,
        RuleId = run.Resolution.Rule?.Id,
        RuleVersion = run.Resolution.Rule?.Version,
        RulebookRevision = run.Resolution.RulebookRevision,
        Label = JournalLabel.Of(outcome),
        Content = JournalJson.Write(new DispositionContent(redaction.Text(summary), run.DecisionKey)),
    });

    private async Task<bool> AppendForSureAsync(JournalEntry entry)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                // Taken already means written already: by an attempt of which only the answer was lost.
                await journal.AppendAsync([entry], CancellationToken.None).ConfigureAwait(false);
                return true;
            }
            catch (Exception exception)
            {
                if (attempt == Waits.Length)
                {
                    Log.JournalFailed(logger, entry.Kind, entry.IssueId, exception);
                    return false;
                }
            }

            await Task.Delay(Waits[attempt], timeProvider).ConfigureAwait(false);
        }
    }

    private JournalEntry Entry(ActionRun run, int index, JournalEntryKind kind, string label, ActionReport? report = null, string? by = null) => new()
    {
        At = timeProvider.GetUtcNow(),
        Kind = kind,
        IssueId = run.Issue.Id,
        RuleId = run.Rule.Id,
        RuleVersion = run.Rule.Version,
        RulebookRevision = run.Resolution.RulebookRevision,
        Label = label,
        Content = JournalJson.Write(new ActionContent
        {
            Handler = run.Resolution.Actions[index].Handler,
            Key = run.KeyOf(index),
            Decision = run.DecisionKey,
            Index = index,
            Message = report?.Message is { } message ? redaction.Text(message) : null,
            Attempts = report?.Attempts ?? 0,
            Milliseconds = report?.Elapsed.TotalMilliseconds ?? 0,
            By = by,
        }),
    };
}
