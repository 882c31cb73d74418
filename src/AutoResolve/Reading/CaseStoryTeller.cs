using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>Sums up the entries of a case, in their order.</summary>
internal sealed class CaseStoryTeller
{
    private readonly List<(JournalEntry Entry, DecisionContent Content)> _decisions = [];
    private readonly Dictionary<string, TurnRecord> _turns = new(StringComparer.Ordinal);
    private readonly List<FeedbackVerdict> _verdicts = [];
    private JournalEntry? _end;
    private bool _hasUnreadable;
    private bool _hasErased;
    private bool _isReopened;
    private bool _isClosed;
    private bool _hasEntries;

    public void Add(JournalEntry entry)
    {
        _hasEntries = true;
        if (ErasedContent.IsOf(entry))
        {
            _hasErased = true;
            return;
        }

        switch (entry.Kind)
        {
            case JournalEntryKind.Decision when JournalJson.TryRead<DecisionContent>(entry) is { } content:
                _decisions.Add((entry, content));
                _end = null;
                foreach (var turn in content.Issue.Turns)
                    Hear(turn);
                break;
            case JournalEntryKind.Turn when JournalJson.TryRead<TurnContent>(entry) is { } content:
                if (content.Turn is { } said)
                    Hear(said);
                break;
            case JournalEntryKind.Disposition:
                _end = entry;
                break;
            case JournalEntryKind.Feedback:
                if (Enum.TryParse<FeedbackVerdict>(entry.Label, ignoreCase: true, out var verdict))
                    _verdicts.Add(verdict);
                break;
            case JournalEntryKind.Event:
                Happen(entry.Label);
                break;
            default:
                _hasUnreadable = true;
                break;
        }
    }

    /// <param name="reference">The case.</param>
    /// <param name="team">The team that has it now; null where none does, or that is not known.</param>
    public CaseStory ToStory(CaseReference reference, string? team)
    {
        var story = new CaseStory
        {
            Case = reference,
            Team = team,
            Verdicts = _verdicts,
            IsReopened = _isReopened,
            IsClosedByPeople = _isClosed,
            HasErased = _hasErased || !_hasEntries,
            HasUnreadable = _hasUnreadable,
        };
        if (_decisions.Count == 0)
            return story;
        var (first, last) = (_decisions[0], _decisions[^1]);
        var (ruled, ruling) = _decisions.FindLast(decision => decision.Entry.RuleId is not null);
        return story with
        {
            Issue = last.Content.Issue.ToIssue() with { Turns = [.. _turns.Values.Select(turn => turn.ToTurn())] },
            DecidedAt = first.Entry.At,
            Outcome = OutcomeOf(last.Entry, last.Content),
            Rule = ruled?.RuleId,
            Type = ruling?.Type,
            Team = team ?? last.Content.Team,
            Tier = last.Content.Tier,
            Answer = last.Content.Answer is { IsWhole: true } answer ? answer.ToAnswer() : null,
        };
    }

    // How it ended is in the end that was written last; what had no actions ended as it was decided.
    private Outcome? OutcomeOf(JournalEntry decision, DecisionContent content)
    {
        if (_end is not null)
            return JournalLabel.Read(_end.Label, Outcome.Escalated);
        if (decision.IsOpen)
            return null;
        return JournalLabel.Read(content.Mode, OperatingMode.Active) == OperatingMode.Active
            ? JournalLabel.Read(decision.Label, Outcome.Escalated)
            : Outcome.Escalated;
    }

    // Of what was said long ago a later decision keeps the id alone.
    private void Hear(TurnRecord kept)
    {
        if (!_turns.TryGetValue(kept.Id, out var known) || known.Text.Length < kept.Text.Length)
            _turns[kept.Id] = kept;
    }

    private void Happen(string label)
    {
        switch (label)
        {
            case "closed":
                _isClosed = true;
                break;
            case "reopened":
                (_isReopened, _isClosed) = (true, false);
                break;
            default:
                break;
        }
    }
}
