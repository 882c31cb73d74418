using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Decisions as entries of the journal, and back.</summary>
internal sealed class DecisionRecorder(
    Redaction redaction,
    Demotions demotions,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider
)
{
    /// <returns>What is written about a decision.</returns>
    public JournalEntry Entry(ActionRun run, Resolution resolution, bool isOpen)
    {
        var now = timeProvider.GetUtcNow();
        var kept = redaction.Issue(run.Issue);
        var masked = Redaction.Changes(run.Issue, kept);
        return new JournalEntry
        {
            At = now,
            Kind = JournalEntryKind.Decision,
            Tenant = run.Reference.Tenant,
            IssueId = run.Reference.IssueId,
            Key = run.DecisionKey,
            IsOpen = isOpen,
            RuleId = resolution.Rule?.Id,
            RuleVersion = resolution.Rule?.Version,
            RulebookRevision = resolution.RulebookRevision,
            Label = JournalLabel.Of(resolution.Outcome),
            Content = JournalJson.Write(
                new DecisionContent
                {
                    Issue = IssueRecord.Of(kept, masked.Count > 0),
                    Masked = [.. masked.Union(run.Masked, StringComparer.Ordinal)],
                    NewTurns = [.. run.NewTurns.Select(turn => turn.Id)],
                    Today = DateOnly.FromDateTime(now.UtcDateTime),
                    Facts = resolution.Facts.ToDictionary(
                        lookup => lookup.Name,
                        lookup => lookup.Value is null ? null : redaction.Text(lookup.Value),
                        StringComparer.Ordinal
                    ),
                    Demoted = [.. demotions.Demoted.Select(rule => $"{rule.Id}@{rule.Version}").Order(StringComparer.Ordinal)],
                    Reason = JournalLabel.Of(resolution.Reason),
                    Summary = redaction.Text(resolution.Summary),
                    Type = resolution.Type,
                    Owner = resolution.Rule?.Owner,
                    Team = resolution.Team,
                    Tier = resolution.Tier,
                    Language = resolution.Language?.Primary,
                    Tags = resolution.Tags,
                    Tried = [.. resolution.Tried.Select(redaction.Text)],
                    Others = [.. resolution.Others.Select(OtherRecord.Of)],
                    Suggestions = [.. resolution.Suggestions.Select(suggestion => suggestion.Rule.Id)],
                    Answer = AnswerRecord.Of(resolution.Answer, redaction),
                    Questions = [.. resolution.Questions.Select(Keep)],
                    OpenQuestions = [.. resolution.OpenQuestions.Select(Keep)],
                    Policy = run.Policy,
                    Quota = run.Quota,
                    Actions = [.. resolution.Actions.Select((action, index) => Keep(action, run.KeyOf(index)))],
                    Mode = JournalLabel.Of(options.CurrentValue.Mode),
                }
            ),
        };
    }

    /// <returns>What is written about a turn that is not decided by itself.</returns>
    public JournalEntry Entry(CaseReference reference, string turn, Turn? content, string? decision, string label)
    {
        var kept = content is null ? null : TurnRecord.Of(content, redaction);
        return new JournalEntry
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Turn,
            Tenant = reference.Tenant,
            IssueId = reference.IssueId,
            Key = JournalKeys.Turn(turn),
            Label = label,
            Content = JournalJson.Write(
                new TurnContent
                {
                    Turn = kept,
                    Masked = kept is null ? [] : Redaction.Changes(AsIssue(content!), AsIssue(kept.ToTurn())),
                    Decision = decision,
                }
            ),
        };
    }

    /// <summary>Ends that actions of a case wait for approval.</summary>
    /// <param name="session">The case.</param>
    /// <param name="label">Why: superseded by a later turn, expired, or closed with the case.</param>
    public void CloseRequests(CaseSession session, string label)
    {
        foreach (var request in session.Content.Requests)
            session.Add(ClosedRequest(request, label));
        session.Content = session.Content with { Requests = [] };
    }

    private JournalEntry ClosedRequest(string action, string label) =>
        new()
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Note,
            Closes = JournalKeys.ApprovalRequest(action),
            Label = label,
            Content = JournalJson.Write(
                new ActionContent
                {
                    Handler = "approval",
                    Key = action,
                    Decision = "",
                    Index = -1,
                    Message = label,
                }
            ),
        };

    /// <returns>What is written where the customer says how what a rule answered or fixed last has turned out; null where that is not
    /// said, or people have had the case since.</returns>
    public JournalEntry? Verdict(ActionRun run)
    {
        if (run.NewTurns.Count == 0 || VerdictOf(run.Resolution.Reason) is not { } verdict)
            return null;
        return
            run.Issue.Replies is [.., { Outcome: Outcome.Answered or Outcome.Fixed } reply]
            && run.Resolution.Rule is { } rule
            && reply.Rule == rule.Id
            ? new JournalEntry
            {
                At = timeProvider.GetUtcNow(),
                Kind = JournalEntryKind.Feedback,
                Tenant = run.Reference.Tenant,
                IssueId = run.Reference.IssueId,
                RuleId = rule.Id,
                RuleVersion = rule.Version,
                RulebookRevision = run.Resolution.RulebookRevision,
                Label = JournalLabel.Of(verdict),
                Content = JournalJson.Write(new ControlContent("customer", "")),
            }
            : null;
    }

    // Whoever comes back to a rule that has nothing new left was not helped by it.
    private static FeedbackVerdict? VerdictOf(ResolutionReason reason) =>
        reason switch
        {
            ResolutionReason.Solved => FeedbackVerdict.Helpful,
            ResolutionReason.AllStepsTried => FeedbackVerdict.Reopened,
            _ => null,
        };

    /// <summary>The actions of a decision that the journal keeps.</summary>
    /// <param name="decision">Its entry.</param>
    /// <param name="content">What stands in it.</param>
    /// <param name="entries">All entries of the case.</param>
    /// <param name="keys">The journal's keys.</param>
    public static ActionRun Kept(JournalEntry decision, DecisionContent content, IReadOnlyList<JournalEntry> entries, CaseKeyring keys)
    {
        // The tenant of the entry, which is the case's; the copy of the issue in older journals may lack it.
        var issue = content.Issue.ToIssue() with { Tenant = decision.Tenant };
        return new ActionRun
        {
            Issue = issue,
            Resolution = Resolution(decision, content),
            Turn = JournalKeys.TurnOf(decision.Key!),
            Keys = keys,
            NewTurns = [.. issue.Turns.Where(turn => content.NewTurns.Contains(turn.Id))],
            Kept = content.Actions,
            PlannedKeys = [.. content.Actions.Select(action => action.Key)],
            IsAnswerWhole = content.Answer is not { IsWhole: false },
            Prior = new PriorEffects(entries),
            Policy = content.Policy,
            Quota = content.Quota,
        };
    }

    /// <summary>A decision that the journal keeps, in which personal data is masked.</summary>
    public static Resolution Resolution(JournalEntry decision, DecisionContent content) =>
        new()
        {
            IssueId = decision.IssueId,
            Outcome = JournalLabel.Read(decision.Label, Outcome.Escalated),
            Reason = JournalLabel.Read(content.Reason, ResolutionReason.Unexpected),
            Summary = content.Summary,
            Rule = decision is not { RuleId: { } ruleId, RuleVersion: { } version }
                ? null
                : new RuleReference
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
            Tried = content.Tried,
            Others = [.. content.Others.Select(other => other.ToProblem())],
            Answer = content.Answer?.ToAnswer(),
            Questions = [.. content.Questions.Select(question => question.ToQuestion())],
            OpenQuestions = [.. content.OpenQuestions.Select(question => question.ToQuestion())],
            Actions = [.. content.Actions.Select(action => new PlannedAction { Handler = action.Handler, Parameters = action.Parameters })],
            RulebookRevision = decision.RulebookRevision ?? "",
        };

    private QuestionRecord Keep(Question question) => QuestionRecord.Of(question, redaction);

    private ActionRecord Keep(PlannedAction action, string key)
    {
        var (values, areWhole) = redaction.Parameters(action.Parameters);
        return new ActionRecord
        {
            Handler = action.Handler,
            Key = key,
            Parameters = values,
            IsWhole = areWhole,
        };
    }

    private static Issue AsIssue(Turn turn) =>
        new()
        {
            Id = turn.Id,
            Text = turn.Text,
            Format = turn.Format,
            Fields = turn.Fields,
        };
}
