using AutoResolve.Insights.Figures;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>Says what became of each case of a journal by a plain look at all its entries.</summary>
internal sealed class CaseOracle(IReadOnlyList<JournalEntry> entries, ReportingCalendar calendar, int grace, DateTimeOffset now)
{
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

    private readonly TimeSpan _grace = TimeSpan.FromDays(grace);

    public IEnumerable<(int Part, FigureKey Key, CaseResult End, long Cases, AskingCounts Asking)> Count()
    {
        var last = calendar.Period.To.AddDays(2 * grace);
        var cases = entries
            .Where(entry => entry.At < last)
            .GroupBy(entry => (entry.Tenant, entry.IssueId))
            .Select(group => group.ToList())
            .Where(all =>
                all.Exists(entry => entry.Kind == JournalEntryKind.Decision)
                && !all.Exists(entry => entry.Kind == JournalEntryKind.Decision && entry.At < calendar.Starts[0])
            )
            .Select(Follow)
            .ToList();
        return cases
            .Where(one => calendar.PartOf(one.First) is not null)
            .Select(one => (Part: calendar.PartOf(one.First)!.Value, one.Key, End: End(one, cases), one.Asking))
            .GroupBy(one => (one.Part, one.Key, one.End))
            .Select(group =>
                (
                    group.Key.Part,
                    group.Key.Key,
                    group.Key.End,
                    (long)group.Count(),
                    group.Aggregate(AskingCounts.None, (sum, one) =>
                        sum + (calendar.IsOfPeriod(one.Part) ? one.Asking : one.Asking with { Minutes = [] })
                    )
                )
            )
            .OrderBy(cell => cell.ToString(), StringComparer.Ordinal);
    }

    private CaseResult End(Case one, List<Case> all)
    {
        var cameBack =
            one.Requester is not null
            && one.Key.Type != FigureKey.UnknownType
            && all.Exists(other =>
                other.Requester == one.Requester
                && other.Key.Type == one.Key.Type
                && other.Key.Center == one.Key.Center
                && other.First > one.Ended
                && other.First <= one.Ended + _grace
            );
        var isFixed = one.Outcome == "fixed";
        CaseResult Again(string? given) => given == "fixed" ? CaseResult.FixedReopened : CaseResult.AnsweredReopened;
        return one.Outcome switch
        {
            "merged" => CaseResult.Ignored,
            _ when one.With is not null && one.Given is not null => Again(one.Given),
            _ when one.With is not null && one.Asking.Asked > 0 => CaseResult.TeamAfterQuestions,
            _ when one.With == "routed" => CaseResult.Routed,
            _ when one.With == "escalated" => CaseResult.Escalated,
            "answered" or "fixed" when cameBack || one.Opened.Any(at => at <= one.Ended + _grace) => isFixed
                ? CaseResult.FixedReopened
                : CaseResult.AnsweredReopened,
            "answered" or "fixed" when now > one.Ended + _grace => isFixed ? CaseResult.FixedHeld : CaseResult.AnsweredHeld,
            "answered" or "fixed" => isFixed ? CaseResult.FixedOpen : CaseResult.AnsweredOpen,
            "asked" => CaseResult.WaitingForCustomer,
            "closed" => one.Given is null ? CaseResult.ClosedByCustomer : Again(one.Given),
            "ignored" => CaseResult.Ignored,
            _ => CaseResult.Open,
        };
    }

    private Case Follow(List<JournalEntry> all)
    {
        all = [.. all.SkipWhile(entry => entry.Kind != JournalEntryKind.Decision)];
        var first = all[0].At;

        // Each word with what was written between it and the next.
        List<(JournalEntry Decision, DecisionContent Content, List<JournalEntry> After)> words = [];
        List<JournalEntry> late = [];
        foreach (var entry in all)
        {
            if (entry.Kind != JournalEntryKind.Decision)
            {
                words[^1].After.Add(entry);
                continue;
            }

            var content = JournalJson.Read<DecisionContent>(entry);
            if (words.Count > 0 && content.Reason == "goesOn")
                continue;
            if (entry.At <= first + _grace)
                words.Add((entry, content, []));
            else if (entry.Label != "closed")
                late.Add(entry);
        }

        var one = new Case(first);
        (DateTimeOffset At, DateTimeOffset? Answered, bool IsLast, bool IsOverdue)? asked = null;
        foreach (var (decision, content, after) in words)
        {
            if (asked is { Answered: null, IsOverdue: false } open && !NoAnswers.Contains(content.Reason))
                asked = open with { Answered = decision.At };
            asked = asked is { } before
                ? before with
                {
                    IsLast = false,
                    IsOverdue = before.IsOverdue || content.Reason == "deadlinePassed",
                }
                : null;
            var isHeld = content.Mode != "active";
            if (
                decision.Label == "closed"
                && decision != words[0].Decision
                && (one.Outcome is "answered" or "fixed" || one.With is not null)
            )
            {
                asked = Apply(one, one.Decided!, after, first, asked, false);
                continue;
            }

            one.Given = one.Outcome is "answered" or "fixed" && one.Before is null ? one.Outcome : one.Given;
            one.Before = one.With;
            var outcome =
                isHeld ? "escalated"
                : decision.IsOpen ? "open"
                : decision.Label;
            if (outcome != "closed" || decision == words[0].Decision)
            {
                one.Requester = string.IsNullOrEmpty(content.Issue.Requester) ? null : content.Issue.Requester;
                one.Key = new FigureKey(
                    null,
                    content.Type ?? FigureKey.UnknownType,
                    content.Team ?? content.Owner,
                    content.Issue.Channel,
                    content.Issue.Product,
                    Center: content.Issue.Tenant
                );
            }

            (one.Outcome, one.Ended, one.Decided, one.IsHeld) = (outcome, decision.At, decision, isHeld);
            one.Opened.Clear();
            asked = Apply(
                one,
                decision,
                after,
                first,
                asked,
                !isHeld && (decision.Label == "asked" || (decision.Label is "routed" or "escalated" && content.Questions.Count > 0))
            );
        }

        one.Opened.AddRange(late.Select(entry => entry.At));
        one.Asking =
            asked is not { } put ? AskingCounts.None
            : put.Answered is { } at ? new AskingCounts(1, 1, 0, [Math.Max(0, (at - put.At).TotalMinutes)])
            : new AskingCounts(1, 0, put.IsLast && now <= put.At + _grace ? 0 : 1, []);
        return one;
    }

    private (DateTimeOffset, DateTimeOffset?, bool, bool)? Apply(
        Case one,
        JournalEntry decision,
        List<JournalEntry> after,
        DateTimeOffset first,
        (DateTimeOffset, DateTimeOffset?, bool, bool)? asked,
        bool asks
    )
    {
        void Put()
        {
            if (asks && one.Outcome is "asked" or "routed" or "escalated" && asks)
                (asked, asks) = ((one.Ended, null, true, false), false);
        }

        foreach (var entry in after)
        {
            var isInTime = entry.At <= first + _grace;
            var isGood = one.Outcome is "answered" or "fixed";
            if (entry.Kind == JournalEntryKind.Disposition)
            {
                var of = JournalJson.Read<DispositionContent>(entry).Decision;
                if (!isInTime || one.IsHeld || (of is not null && of != decision.Key))
                    continue;
                asks = asks && entry.Label == decision.Label;
                (one.Outcome, one.Ended) = (entry.Label, entry.At);
            }
            else if (entry.Kind == JournalEntryKind.Feedback)
            {
                if (entry.Label != "helpful")
                    one.Opened.Add(entry.At);
            }
            else if (entry.Label is "reopened" or "reassigned" or "personReplied" && isGood)
            {
                one.Opened.Add(entry.At);
            }
            else if (isInTime && entry.Label == "undelivered")
            {
                asks = false;
                one.Outcome = isGood || one.Outcome == "asked" ? "escalated" : one.Outcome;
            }
            else if (isInTime)
            {
                Put();
                one.Outcome =
                    entry.Label == "merged" ? "merged"
                    : one.Outcome is "asked" or "open" || (one.Outcome is "closed" or "ignored" or "merged" && entry.Label != "closed")
                        ? "routed"
                    : one.Outcome;
            }
        }

        Put();
        return asked;
    }

    private sealed class Case(DateTimeOffset first)
    {
        public DateTimeOffset First => first;
        public string Outcome { get; set; } = "";
        public DateTimeOffset Ended { get; set; }
        public string? Given { get; set; }
        public string? Before { get; set; }
        public string? With => Outcome is "routed" or "escalated" ? Outcome : Before;
        public JournalEntry? Decided { get; set; }
        public bool IsHeld { get; set; }
        public string? Requester { get; set; }
        public FigureKey Key { get; set; } = new(null, FigureKey.UnknownType);
        public List<DateTimeOffset> Opened { get; } = [];
        public AskingCounts Asking { get; set; }
    }
}
