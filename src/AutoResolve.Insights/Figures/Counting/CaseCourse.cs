using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>
/// Follows one case through its entries, in the order in which they were written, and says what became of it. Keeps no more than its last
/// word.
/// </summary>
/// <remarks>
/// A case is followed for the days of grace after it came, and its last answer for as many days after it was given, so that what is said
/// of it
/// changes no more from twice these days on. An answer is reopened by whatever follows it, unless it closes the case; where a later
/// answer of
/// the same case holds, that one counts. What a person or team has got once stays theirs, whatever a rule answers later.
/// </remarks>
/// <param name="grace">The days of grace.</param>
internal sealed class CaseCourse(TimeSpan grace)
{
    // After these, what was asked is still open.
    private static readonly string[] NoAnswers =
    [
        "deadlinePassed",
        "questionsOpen",
        "personWanted",
        "personHasIt",
        "undelivered",
        "solved",
        "withdrawn",
    ];

    private CaseWord? _last;
    private string? _given;
    private string? _with;
    private DateTimeOffset? _openedAt;
    private DateTimeOffset? _askedAt;
    private DateTimeOffset? _answeredAt;
    private bool _isPut;
    private bool _isOverdue;
    private Author _author;

    /// <summary>When it came; null before its first decision.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>When the answer was given that is its last word; null where that is none.</summary>
    public DateTimeOffset? GoodAt => _last is { IsGood: true } ? _last.Ended : null;

    /// <summary>Who asked; null where nobody is named.</summary>
    public string? Requester { get; private set; }

    public FigureKey Key { get; private set; } = new(null, FigureKey.UnknownType);

    public void See(JournalEntry entry)
    {
        if (entry.Kind == JournalEntryKind.Decision)
            Decide(entry);
        else if (_last is { } last && entry.Kind == JournalEntryKind.Disposition)
            Finish(entry, last);
        else if (_last is not null && entry.Kind == JournalEntryKind.Feedback && entry.Label != "helpful")
            Open(entry.At);
        else if (_last is not null && entry.Kind == JournalEntryKind.Event)
            Happen(entry, entry.Label, _last);
        else if (_last is not null && entry.Kind == JournalEntryKind.Turn && FigureStep.Of(entry) is { } turn && turn.IsOfPerson(_author))
            Happen(entry, "personReplied", _last);
    }

    /// <param name="now">Until when is known what became of it.</param>
    /// <param name="cameBack">Whether who asked came again about the same.</param>
    public (CaseResult End, AskingCounts Asking) End(DateTimeOffset now, bool cameBack)
    {
        Settle();
        return (EndOf(now, cameBack), Asking(now));
    }

    private CaseResult EndOf(DateTimeOffset now, bool cameBack) =>
        _last?.Outcome switch
        {
            CaseWord.Merged => CaseResult.Ignored,
            _ when With is not null && _given is not null => Reopened(_given),
            _ when With is not null && _askedAt is not null => CaseResult.TeamAfterQuestions,
            _ when With is { } with => with == "routed" ? CaseResult.Routed : CaseResult.Escalated,
            "answered" or "fixed" => Good(
                _last.Outcome == "fixed",
                cameBack || _openedAt <= _last.Ended + grace,
                now - _last.Ended > grace
            ),
            "asked" => CaseResult.WaitingForCustomer,
            "closed" when _given is not null => Reopened(_given),
            "closed" => CaseResult.ClosedByCustomer,
            "ignored" => CaseResult.Ignored,
            _ => CaseResult.Open,
        };

    // How people got it; null where they did not.
    private string? With => _last is { IsWithPeople: true } ? _last.Outcome : _with;

    private static CaseResult Reopened(string given) => given == "fixed" ? CaseResult.FixedReopened : CaseResult.AnsweredReopened;

    private static CaseResult Good(bool isFixed, bool isOpened, bool isQuiet) =>
        (isFixed, isOpened, isQuiet) switch
        {
            (true, true, _) => CaseResult.FixedReopened,
            (true, _, true) => CaseResult.FixedHeld,
            (true, _, _) => CaseResult.FixedOpen,
            (false, true, _) => CaseResult.AnsweredReopened,
            (false, _, true) => CaseResult.AnsweredHeld,
            _ => CaseResult.AnsweredOpen,
        };

    private AskingCounts Asking(DateTimeOffset now)
    {
        if (_askedAt is not { } asked)
            return AskingCounts.None;
        if (_answeredAt is { } answered)
            return new AskingCounts(1, 1, 0, [Math.Max(0, (answered - asked).TotalMinutes)]);
        return new AskingCounts(1, 0, _isPut && now - asked <= grace ? 0 : 1, []);
    }

    private void Decide(JournalEntry entry)
    {
        // What cannot be read is told with the other figures.
        if (FigureStep.Of(entry) is not { IsDecision: true } step)
            return;
        var goesOn = step.Reason == "goesOn" && _last is not null;
        First ??= entry.At;
        if (entry.At > First + grace)
        {
            if (entry.Label != "closed" && !goesOn)
                Open(entry.At);
            return;
        }

        if (goesOn)
            return;
        Settle();
        if (_askedAt is not null && !_isOverdue && !NoAnswers.Contains(step.Reason))
            _answeredAt ??= entry.At;
        _isOverdue |= step.Reason == "deadlinePassed";

        // That it is solved says nothing against an answer, nor that people did not have it.
        if (entry.Label == "closed" && (_last is { IsGood: true } || With is not null))
        {
            _isPut = false;
            return;
        }

        var word = CaseWord.Of(entry, step);
        if (word.Outcome != "closed" || _last is null)
            Know(entry, step);
        _given = _last is { IsGood: true } && _with is null ? _last.Outcome : _given;
        _with = With;
        (_last, _openedAt, _isPut) = (word, null, false);
    }

    private void Know(JournalEntry entry, FigureStep step)
    {
        _author = step.Author;
        Requester = step.Requester;
        Key = new FigureKey(
            null,
            step.Type ?? FigureKey.UnknownType,
            step.Team ?? step.Owner,
            step.Channel,
            step.Product,
            Center: entry.Tenant ?? step.Tenant
        );
    }

    private void Finish(JournalEntry entry, CaseWord last)
    {
        if (entry.At > First + grace || last.IsHeld || FigureStep.Of(entry) is not { } step)
            return;
        if (last.Key is null || entry.Closes == last.Key || (step.Decision ?? last.Key) == last.Key)
            (last.Outcome, last.Ended, last.Asks) = (entry.Label, entry.At, last.Asks && entry.Label == last.Label);
    }

    private void Happen(JournalEntry entry, string what, CaseWord last)
    {
        var isLate = entry.At > First + grace;
        switch (what)
        {
            case "reopened" or "reassigned" or "personReplied" when last.IsGood:
                Open(entry.At);
                break;
            case "undelivered" when !isLate:
                last.Asks = false;
                last.Outcome = last.Outcome is "answered" or "fixed" or "asked" ? "escalated" : last.Outcome;
                break;
            case "reopened" or "reassigned" or "personReplied" or "closed" when !isLate:
                Settle();
                var isTeams =
                    last.Outcome is "asked" or "open" || (what != "closed" && last.Outcome is "closed" or "ignored" or CaseWord.Merged);
                last.Outcome = isTeams ? "routed" : last.Outcome;
                break;
            case "merged" when !isLate:
                Settle();
                last.Outcome = CaseWord.Merged;
                break;
            default:
                break;
        }
    }

    private void Open(DateTimeOffset at) => _openedAt = _openedAt < at ? _openedAt : at;

    // What is asked counts once it is known that it was put: of what is asked again, the last.
    private void Settle()
    {
        if (_last is not { Asks: true, Outcome: "asked" or "routed" or "escalated" } last)
            return;
        (_askedAt, _answeredAt, _isPut, _isOverdue, last.Asks) = (last.Ended, null, true, false, false);
    }
}
