using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Words;

namespace AutoResolve.Insights.History;

/// <summary>What the entries of one case come to.</summary>
/// <param name="reference">The case.</param>
/// <param name="redactor">Masks what is said in it: a host may have its own idea of what is personal; what is learned here must not
/// depend on that.</param>
internal sealed class CaseStory(CaseReference reference, IRedactor redactor)
{
    private const string ErasedContent = """{"erased":true}""";

    private readonly List<(JournalEntry Entry, DecisionContent Content)> _decisions = [];
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);
    private readonly List<FeedbackVerdict> _verdicts = [];
    private JournalEntry? _end;
    private bool _hasUnreadable;
    private bool _hasErased;
    private bool _wasReopened;
    private bool? _isSolvedByPerson;
    private int _entries;

    public static bool IsErased(JournalEntry entry) => entry.Content == ErasedContent;

    public void Add(JournalEntry entry)
    {
        _entries++;
        if (IsErased(entry))
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

    /// <param name="number">Its place among the cases.</param>
    /// <param name="team">The team that has it now; null where none does, or that is not known.</param>
    /// <param name="gaps">What it lacks is counted there.</param>
    /// <returns>Null where nothing can be said of it.</returns>
    public PastIssue? ToIssue(int number, string? team, JournalGaps gaps)
    {
        if (_decisions.Count == 0)
        {
            if (_hasErased || _entries == 0)
                gaps.Erased++;
            else if (_hasUnreadable)
                gaps.Unreadable++;
            else
                gaps.Undecided++;
            return null;
        }

        if (_hasErased || _hasUnreadable)
            gaps.Incomplete++;
        var (first, last) = (_decisions[0], _decisions[^1]);
        var (ruled, ruling) = _decisions.FindLast(decision => decision.Entry.RuleId is not null);
        var issue = last.Content.Issue;
        var outcome = Outcome();
        var past = new PastIssue
        {
            Number = number,
            Case = reference,
            Text = redactor.Redact(issue.Text),
            Title = issue.Title is null ? null : redactor.Redact(issue.Title),
            Author = issue.Author,
            Turns = [.. _turns.Values],
            Fields = issue.Fields,
            Tried = issue.Tried,
            Date = issue.ReceivedAt ?? first.Entry.At,
            Team = team ?? last.Content.Team,
            Tier = last.Content.Tier,
            Answer =
                outcome == AutoResolve.Outcome.Answered && last.Content.Answer is { IsWhole: true, Text.Length: > 0 } answer
                    ? answer.Text
                    : null,
            Reopened = WasReopened(),
            Escalated = outcome is { } ended ? ended == AutoResolve.Outcome.Escalated : null,
            HasEmptyEscalated = outcome is null,
            Channel = issue.Channel,
            Product = issue.Product,
            Locale = issue.Locale,
            Outcome = outcome,
            Rule = ruled?.RuleId,
            Type = ruling?.Type,
            Verdicts = _verdicts,
            IsSolvedByPerson = _isSolvedByPerson
                ?? (outcome == AutoResolve.Outcome.Closed || _verdicts is [.., FeedbackVerdict.Helpful] ? false : null),
        };
        if (EnglishWords.Of(past.AsText().Text).Count == 0)
            gaps.Masked++;
        return past;
    }

    private bool? WasReopened()
    {
        if (_wasReopened || _verdicts.Contains(FeedbackVerdict.Reopened))
            return true;
        return _verdicts.Contains(FeedbackVerdict.Helpful) ? false : null;
    }

    // How it ended is in the end that was written last; what had no actions ended as it was decided.
    private Outcome? Outcome()
    {
        if (_end is not null)
            return JournalLabel.Read(_end.Label, AutoResolve.Outcome.Escalated);
        var (entry, content) = _decisions[^1];
        if (entry.IsOpen)
            return null;
        return JournalLabel.Read(content.Mode, OperatingMode.Active) == OperatingMode.Active
            ? JournalLabel.Read(entry.Label, AutoResolve.Outcome.Escalated)
            : AutoResolve.Outcome.Escalated;
    }

    // Of what was said long ago a later decision keeps the id alone.
    private void Hear(TurnRecord kept)
    {
        if (_turns.TryGetValue(kept.Id, out var known) && known.Text.Length >= kept.Text.Length)
            return;
        _turns[kept.Id] = kept.ToTurn() with { Text = redactor.Redact(kept.Text) };
    }

    private void Happen(string label)
    {
        switch (label)
        {
            case "closed":
                _isSolvedByPerson = true;
                break;
            case "reopened":
                (_wasReopened, _isSolvedByPerson) = (true, null);
                break;
            default:
                break;
        }
    }
}
