namespace AutoResolve.Journaling.Figures;

/// <summary>A decision, and what became of it until the next one of its issue and within the days of grace.</summary>
internal sealed class FollowedDecision
{
    private readonly IReadOnlyList<FigureEntry> _entries;
    private readonly FigureEntry _decision;
    private readonly FigureEntry? _later;
    private readonly TimeSpan _grace;
    private readonly DateTimeOffset _followEnd;
    private readonly bool _isMerged;

    /// <param name="entries">All entries of the issue id, in the order of the journal.</param>
    /// <param name="before">The decisions of the issue before it.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="later">The next decision that decides the issue anew; null where there is none.</param>
    /// <param name="grace">The days of grace.</param>
    public FollowedDecision(
        IReadOnlyList<FigureEntry> entries,
        IReadOnlyList<FigureEntry> before,
        FigureEntry decision,
        FigureEntry? later,
        TimeSpan grace
    )
    {
        (_entries, _decision, _later, _grace) = (entries, decision, later, grace);
        First = before.Count > 0 ? before[0].At : decision.At;
        IsFirst = before.Count == 0;
        _followEnd = First + grace;
        IsFollowed = decision.At <= _followEnd;
        IsLast = later is null || later.At > _followEnd;
        _isMerged =
            Until(JournalEntryKind.Event, _followEnd).LastOrDefault(entry => TakesUp(entry) || entry.Label == "merged")
                is { Label: "merged" };
        var end = entries.LastOrDefault(Ends);
        End = end?.At ?? decision.At;
        Outcome = OutcomeOf(end);
        WasHanded =
            !IsFirst
            && !_isMerged
            && entries.Any(entry =>
                entry.Sequence < decision.Sequence
                && entry.HandsOver
                && (entry.Kind != JournalEntryKind.Decision || entry.Tenant == decision.Tenant)
            );
        Tier = before.Append(decision).Max(one => one.Content.Tier);
    }

    public FigureContent Content => _decision.Content;

    public long Sequence => _decision.Sequence;

    public string? RuleId => _decision.RuleId;

    public string Tenant => _decision.Tenant;

    /// <summary>Who asked; null where that is not known.</summary>
    public string? Requester => Content.Issue?.Requester is { Length: > 0 } requester ? requester : null;

    /// <summary>When the issue came.</summary>
    public DateTimeOffset First { get; }

    /// <summary>When what was decided had been done; when it was decided where nothing says so.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Whether it is the first of its issue.</summary>
    public bool IsFirst { get; }

    /// <summary>Whether no other decided the issue anew within the days of grace.</summary>
    public bool IsLast { get; }

    /// <summary>Whether it was decided within the days of grace.</summary>
    public bool IsFollowed { get; }

    /// <summary>What it came to.</summary>
    public string Outcome { get; }

    /// <summary>Whether people had the issue before, whatever was decided later.</summary>
    public bool WasHanded { get; }

    /// <summary>The highest tier that was named so far.</summary>
    public int? Tier { get; }

    public string? Reason
    {
        get
        {
            if (Content.IsHeld)
                return "held";
            if (Outcome == "unfinished")
                return "unfinished";
            return Outcome == "escalated" && _decision.Label != "escalated" ? "notCarriedOut" : Content.Reason;
        }
    }

    public bool IsGood => Outcome is "answered" or "fixed";

    public bool IsAnswered => IsGood && !WasHanded;

    /// <summary>What people said of the answer: 0 nothing, 1 that it helped, 2 that it did not.</summary>
    public int Verdict =>
        !IsAnswered
            ? 0
            : Until(JournalEntryKind.Feedback, End + _grace).Select(entry => entry.Label == "helpful" ? 1 : 2).DefaultIfEmpty().Max();

    /// <summary>Whether people took up what was answered, asked or begun: a system told it, or a person wrote to the customer.</summary>
    public bool IsTaken
    {
        get
        {
            if (!IsGood && Outcome is not ("asked" or "unfinished"))
                return false;
            var end = IsGood ? End + _grace : _followEnd;
            return Until(JournalEntryKind.Event, end).Any(entry => TakesUp(entry) || (!IsGood && entry.Label == "closed"))
                || Until(JournalEntryKind.Turn, end).Any(IsOfPerson);
        }
    }

    /// <summary>Whether the issue was decided anew within the days of grace after the answer.</summary>
    public bool IsDecidedAnew => _later?.At <= End + _grace;

    private string OutcomeOf(FigureEntry? end)
    {
        if (_isMerged)
            return "ignored";
        if (Content.IsHeld)
            return "escalated";
        if (end is not null)
            return end.Label;
        return _decision.IsOpen ? "unfinished" : _decision.Label;
    }

    private static bool TakesUp(FigureEntry entry) => entry.Label is "reopened" or "reassigned" or "personReplied";

    private bool IsOfPerson(FigureEntry entry) =>
        entry.Content.Turn is { } turn
        && (
            turn.ToCustomer
            ?? (turn.Author == Author.Agent && (Content.Issue?.Author ?? Author.Unknown) is Author.Customer or Author.Unknown)
        );

    private bool Ends(FigureEntry entry) =>
        entry.Kind == JournalEntryKind.Disposition
        && entry.Sequence > _decision.Sequence
        && entry.At <= _followEnd
        && (_decision.Key is null || entry.Closes == _decision.Key || (entry.Content.Decision ?? _decision.Key) == _decision.Key);

    private IEnumerable<FigureEntry> Until(JournalEntryKind kind, DateTimeOffset end) =>
        _entries.Where(entry =>
            entry.Kind == kind
            && entry.Sequence > _decision.Sequence
            && (_later is null || entry.Sequence < _later.Sequence)
            && entry.At <= end
        );
}
