using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>Tells the entries of a case, in their order, as what happened in it.</summary>
internal sealed class ConversationTeller
{
    private readonly List<CaseMoment> _moments = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseAction> _done = new(StringComparer.Ordinal);

    public IReadOnlyList<CaseMoment> Moments => _moments;

    public void Add(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalEntryKind.Message:
                // It is counted before it is sent; what became of it is told by its action.
                break;
            case var _ when ErasedContent.IsOf(entry) || ErasedContent.IsNote(entry):
                _moments.Add(new CaseGap(entry.At, IsErased: true));
                break;
            case JournalEntryKind.Decision when JournalJson.TryRead<DecisionContent>(entry) is { } content:
                Decide(entry, content);
                break;
            case JournalEntryKind.Turn when JournalJson.TryRead<TurnContent>(entry) is { } content:
                Record(entry, content);
                break;
            case JournalEntryKind.Intent
            or JournalEntryKind.ActionResult
            or JournalEntryKind.ApprovalRequest
            or JournalEntryKind.Approval
            or JournalEntryKind.Note when JournalJson.TryRead<ActionContent>(entry) is { } content:
                Do(entry, content);
                break;
            case JournalEntryKind.Disposition when JournalJson.TryRead<DispositionContent>(entry) is { } content:
                _moments.Add(new CaseEnd(entry.At, JournalLabel.Read(entry.Label, Outcome.Escalated), content.Summary));
                break;
            case JournalEntryKind.Feedback when JournalJson.TryRead<ControlContent>(entry) is { } content:
                var verdict = JournalLabel.Read(entry.Label, FeedbackVerdict.Wrong);
                _moments.Add(new CaseVerdict(entry.At, content.By, verdict, content.Reason is { Length: > 0 } note ? note : null));
                break;
            case JournalEntryKind.Event
                when JournalJson.TryRead<EventContent>(entry) is { } content
                    && Enum.TryParse<CaseEventKind>(entry.Label, ignoreCase: true, out var kind):
                _moments.Add(
                    new CaseHappening(content.At ?? entry.At, kind, content.Team, content.Into)
                    {
                        Message = content.MessageKey is { } sent ? _done.GetValueOrDefault(sent) : null,
                    }
                );
                break;
            default:
                _moments.Add(new CaseGap(entry.At, IsErased: false));
                break;
        }
    }

    private void Decide(JournalEntry entry, DecisionContent content)
    {
        var issue = content.Issue;
        var reason = JournalLabel.Read(content.Reason, ResolutionReason.Unexpected);

        // What is decided without a new turn is the issue itself, the first time and where it came again with other content, unless nobody
        // has written anything: a message came back, or time went by.
        var isUnsaid = reason is ResolutionReason.Undelivered or ResolutionReason.DeadlinePassed;
        if (!_said.Contains("") || (content.NewTurns.Count == 0 && !isUnsaid))
        {
            _said.Add("");
            _moments.Add(
                new CaseTurn(issue.ReceivedAt ?? entry.At, null, issue.Author, issue.Text)
                {
                    Title = issue.Title,
                    Fields = issue.Fields,
                    Tried = issue.Tried,
                }
            );
        }

        foreach (var turn in issue.Turns.Where(turn => content.NewTurns.Contains(turn.Id) && _said.Add("/" + turn.Id)))
            Say(entry, turn);
        var outcome = JournalLabel.Read(entry.Label, Outcome.Escalated);
        _moments.Add(
            new CaseDecision(entry.At, outcome, reason, content.Summary)
            {
                Rule = entry.RuleId,
                RuleVersion = entry.RuleVersion,
                Team = content.Team,
                Answer = content.Answer?.ToAnswer(),
                Questions = [.. content.Questions.Select(question => question.ToQuestion())],
                OpenQuestions = [.. content.OpenQuestions.Select(question => question.ToQuestion())],
                Mode = content.Mode,
            }
        );
    }

    private void Record(JournalEntry entry, TurnContent content)
    {
        if (content.Turn is not { } turn)
        {
            _moments.Add(new CaseTurn(entry.At, null, Author.Unknown, "") { IsOnlyRecorded = true });
            return;
        }

        _said.Add("/" + turn.Id);
        Say(entry, turn);
        _moments[^1] = (CaseTurn)_moments[^1] with { IsOnlyRecorded = true, HasWaited = content.Decision is null };
    }

    private void Say(JournalEntry entry, TurnRecord turn) =>
        _moments.Add(new CaseTurn(turn.At ?? entry.At, turn.Id, turn.Author, turn.Text) { Fields = turn.Fields, Tried = turn.Tried });

    // What was begun is told only where how it ended is not.
    private void Do(JournalEntry entry, ActionContent content)
    {
        var moment = new CaseAction(entry.At, content.Handler, entry.Label, content.Message)
        {
            By = content.By,
            Attempts = content.Attempts,
        };
        if (entry.Kind == JournalEntryKind.ActionResult && entry.Closes is { } begun && _begun.Remove(begun, out var place))
        {
            _moments.RemoveAt(place);
            foreach (var later in _begun.Where(each => each.Value > place).Select(each => each.Key).ToList())
                _begun[later]--;
        }

        if (entry is { Kind: JournalEntryKind.Intent, Key: { } key })
            _begun[key] = _moments.Count;
        if (entry.Kind == JournalEntryKind.ActionResult)
            _done[content.Key] = moment;
        _moments.Add(moment);
    }
}
