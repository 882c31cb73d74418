using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>The entries about what is done.</summary>
internal sealed class ActionRecorder(IJournal journal, Redaction redaction, TimeProvider timeProvider, ILogger<ActionRecorder> logger)
{
    /// <summary>Says that an action begins.</summary>
    public JournalEntry Intent(ActionRun run, ActionReport report, int index, bool isCounted) =>
        Entry(run, report, index, JournalEntryKind.Intent, "begun") with
        {
            Key = JournalKeys.Intent(report.Key),
            IsOpen = true,
            Group = isCounted ? run.Group : null,
        };

    /// <summary>Says how an action ended.</summary>
    public JournalEntry Result(ActionRun run, ActionReport report, int index) =>
        Entry(run, report, index, JournalEntryKind.ActionResult, JournalLabel.Of(report.State)) with
        {
            Key = JournalKeys.Result(report.Key),
            Closes = JournalKeys.Intent(report.Key),
        };

    /// <summary>Says that it is not known how an action ended that was begun before.</summary>
    public JournalEntry InDoubt(ActionRun run, JournalEntry intent, ActionContent content)
    {
        var report = new ActionReport
        {
            Handler = content.Handler,
            Key = content.Key,
            State = ActionState.InDoubt,
            Message = "It was begun before a restart, so whether it was done is not known.",
        };
        return intent.Key == JournalKeys.UndoIntent(content.Key)
            ? UndoResult(run, report, content.Index)
            : Result(run, report, content.Index);
    }

    public JournalEntry UndoIntent(ActionRun run, ActionReport report, int index) =>
        Entry(run, report with { Message = null }, index, JournalEntryKind.Intent, "undo") with
        {
            Key = JournalKeys.UndoIntent(report.Key),
            IsOpen = true,
        };

    public JournalEntry UndoResult(ActionRun run, ActionReport report, int index) =>
        Entry(run, report, index, JournalEntryKind.ActionResult, JournalLabel.Of(report.State)) with
        {
            Key = JournalKeys.UndoResult(report.Key),
            Closes = JournalKeys.UndoIntent(report.Key),
        };

    /// <summary>Says that an action waits for approval.</summary>
    /// <param name="run">The actions.</param>
    /// <param name="report">The action.</param>
    /// <param name="index">Its place.</param>
    /// <param name="until">Until when it can be approved.</param>
    public JournalEntry ApprovalRequest(ActionRun run, ActionReport report, int index, DateTimeOffset until)
    {
        var entry = Entry(
            run,
            report,
            index,
            JournalEntryKind.ApprovalRequest,
            "requested",
            until: until,
            owner: EffectContent.TeamOf(run.Resolution)
        );
        return entry with { Key = JournalKeys.ApprovalRequest(report.Key), IsOpen = true };
    }

    /// <summary>
    /// Says that a person approved an action. Open until what became of it is written: a crash may come before its intent.
    /// </summary>
    public JournalEntry Approval(ActionRun run, ActionReport report, int index, string by) =>
        Entry(run, report, index, JournalEntryKind.Approval, "approved", by: redaction.Text(by)) with
        {
            Key = JournalKeys.Approval(report.Key),
            IsOpen = true,
            Closes = JournalKeys.ApprovalRequest(report.Key),
        };

    /// <summary>Says what became of an issue.</summary>
    /// <param name="run">What was done.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="summary">Why.</param>
    /// <param name="closes">The key of what it finishes: the decision, or an approval.</param>
    public JournalEntry Disposition(ActionRun run, Outcome outcome, string summary, string closes) =>
        new()
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Disposition,
            Key = JournalKeys.Disposition(closes),
            Closes = closes,
            RuleId = run.Resolution.Rule?.Id,
            RuleVersion = run.Resolution.Rule?.Version,
            RulebookRevision = run.Resolution.RulebookRevision,
            Label = JournalLabel.Of(outcome),
            Content = JournalJson.Write(new DispositionContent(redaction.Text(summary), run.DecisionKey)),
        };

    /// <summary>
    /// Writes what a handler said after its time limit. Best effort, and without the case's lease: it changes nothing but what whoever
    /// takes the action up knows.
    /// </summary>
    public void NoteLate(ActionRun run, int index, ActionReport report, ActionOutcome outcome)
    {
        var fate = outcome.Status switch
        {
            ActionStatus.Succeeded => ActionState.Succeeded,
            ActionStatus.Failed => ActionState.Failed,
            _ => ActionState.NeedsPerson,
        };
        var told = report with
        {
            State = fate,
            Message = $"Its handler answered after its time limit: {outcome.Status}. {outcome.Message}".TrimEnd(),
        };
        var entry = Entry(run, told, index, JournalEntryKind.Note, JournalLabel.Of(fate)) with
        {
            Key = JournalKeys.Late(report.Key),
            Tenant = run.Reference.Tenant,
            IssueId = run.Reference.IssueId,
        };
        _ = WriteNoteAsync(entry);
    }

    private async Task WriteNoteAsync(JournalEntry entry)
    {
        try
        {
            await journal.AppendAsync([entry]).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.JournalFailed(logger, entry.Kind, LogId.Of(entry.IssueId), exception);
        }
    }

    private JournalEntry Entry(
        ActionRun run,
        ActionReport report,
        int index,
        JournalEntryKind kind,
        string label,
        string? by = null,
        DateTimeOffset? until = null,
        string? owner = null
    ) =>
        new()
        {
            At = timeProvider.GetUtcNow(),
            Kind = kind,
            RuleId = run.Resolution.Rule?.Id,
            RuleVersion = run.Resolution.Rule?.Version,
            RulebookRevision = run.Resolution.RulebookRevision,
            Label = label,
            Content = JournalJson.Write(
                new ActionContent
                {
                    Handler = report.Handler,
                    Key = report.Key,
                    Decision = run.DecisionKey,
                    Index = index,
                    Message = report.Message is { } message ? redaction.Text(message) : null,
                    Attempts = report.Attempts,
                    Milliseconds = report.Elapsed.TotalMilliseconds,
                    By = by,
                    Until = until,
                    Owner = owner,
                }
            ),
        };
}
