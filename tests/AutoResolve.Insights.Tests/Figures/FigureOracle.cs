using AutoResolve.Insights.Figures;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>Counts a journal as the definitions say it, entry by entry in memory.</summary>
internal sealed class FigureOracle(IReadOnlyList<JournalEntry> entries, ReportingCalendar calendar, int grace, DateTimeOffset now)
{
    private readonly TimeSpan _grace = TimeSpan.FromDays(grace);
    private readonly DateTimeOffset _last = calendar.Period.To.AddDays(2 * grace);

    /// <summary>The counts of the period's issues, and of decisions after which their issue was decided again.</summary>
    public (Dictionary<FigureKey, FigureCounts> Issues, Dictionary<FigureKey, FigureCounts> Superseded) Count()
    {
        // In the order of the journal, of which each entry's place is its sequence.
        var decisions = entries
            .Select((entry, place) => (Entry: entry, Place: place))
            .Where(item => item.Entry.Kind == JournalEntryKind.Decision && item.Entry.At < _last)
            .GroupBy(item => (item.Entry.IssueId, JournalJson.Read<DecisionContent>(item.Entry).Issue.Tenant ?? ""))
            .Where(group => group.First().Entry.At >= calendar.Starts[0])
            .SelectMany(group => Follow([.. group], [.. group.Where((item, number) => number == 0 || Counts(item.Entry))]))
            .ToList();
        var (issues, superseded) = (new Dictionary<FigureKey, FigureCounts>(), new Dictionary<FigureKey, FigureCounts>());
        foreach (var decision in decisions.Where(decision => decision.First >= calendar.Period.From && decision.First < calendar.Period.To))
        {
            var counts = decision.IsLast ? issues : superseded;
            counts[decision.Key] = counts.GetValueOrDefault(decision.Key, FigureCounts.None) + Judge(decision, decisions);
        }

        return (issues, superseded);
    }

    // What only closes an issue, or lets it go on as it was, does not decide it again.
    private static bool Counts(JournalEntry decision) =>
        decision.Label != "closed" && JournalJson.Read<DecisionContent>(decision).Reason != "goesOn";

    private IEnumerable<Followed> Follow(
        IReadOnlyList<(JournalEntry Entry, int Place)> all,
        IReadOnlyList<(JournalEntry Entry, int Place)> decisions
    )
    {
        var (first, firstPlace) = decisions[0];
        var within = decisions.Where(item => item.Entry.At <= first.At + _grace).ToList();
        for (var number = 0; number < within.Count; number++)
        {
            var (decision, place) = within[number];
            var content = JournalJson.Read<DecisionContent>(decision);
            var tier = all.Where(item => item.Place <= place).Max(item => JournalJson.Read<DecisionContent>(item.Entry).Tier);
            var later = decisions
                .Skip(number + 1)
                .Select(item => ((DateTimeOffset At, int Place)?)(item.Entry.At, item.Place))
                .FirstOrDefault();
            var after = entries.Skip(place + 1).Where(entry => entry.IssueId == decision.IssueId).ToList();
            var end = after.LastOrDefault(entry =>
                entry.Kind == JournalEntryKind.Disposition
                && entry.At <= first.At + _grace
                && JournalJson.Read<DispositionContent>(entry).Decision is var of
                && (of is null || of == decision.Key)
            );
            var ended = end?.At ?? decision.At;
            var before = entries.Take(place).Where(entry => entry.IssueId == decision.IssueId);
            var told = entries
                .Take(later?.Place ?? entries.Count)
                .Skip(place + 1)
                .Where(entry => entry.IssueId == decision.IssueId && entry.Kind == JournalEntryKind.Event)
                .ToList();
            var isMerged =
                told.LastOrDefault(entry =>
                    entry.At <= first.At + _grace && entry.Label is "merged" or "reopened" or "reassigned" or "personReplied"
                )?.Label == "merged";
            var outcome =
                isMerged ? "ignored"
                : content.Mode != "active" ? "escalated"
                : end is not null ? end.Label
                : decision.IsOpen ? "unfinished"
                : decision.Label;
            var reason =
                content.Mode != "active" ? "held"
                : outcome == "unfinished" ? "unfinished"
                : outcome == "escalated" && decision.Label != "escalated" ? "notCarriedOut"
                : content.Reason;
            yield return new Followed(
                new FigureKey(
                    tier,
                    content.Type ?? FigureKey.UnknownType,
                    content.Team ?? content.Owner,
                    content.Issue.Channel,
                    content.Issue.Product,
                    decision.RuleId,
                    reason,
                    content.Issue.Tenant,
                    content.Language
                ),
                first.At,
                firstPlace,
                ended,
                content,
                outcome,
                number == within.Count - 1,
                all.Count(item => item.Place <= place),
                later?.At,
                [
                    .. entries
                        .Take(later?.Place ?? entries.Count)
                        .Skip(place + 1)
                        .Where(entry =>
                            entry.IssueId == decision.IssueId && entry.Kind == JournalEntryKind.Feedback && entry.At <= ended + _grace
                        )
                        .Select(entry => entry.Label),
                ],
                !isMerged && number > 0 && before.Any(entry => WasHanded(entry, content.Issue.Tenant)),
                told.Exists(entry =>
                    outcome switch
                    {
                        "answered" or "fixed" => entry.At <= ended + _grace && entry.Label is "reopened" or "reassigned" or "personReplied",
                        "asked" or "unfinished" => entry.At <= first.At + _grace
                            && entry.Label is "reopened" or "reassigned" or "personReplied" or "closed",
                        _ => false,
                    }
                )
            );
        }
    }

    private static bool WasHanded(JournalEntry entry, string? tenant) =>
        entry.Kind switch
        {
            JournalEntryKind.Disposition => entry.Label is "routed" or "escalated",
            JournalEntryKind.Decision when JournalJson.Read<DecisionContent>(entry) is var content && content.Issue.Tenant == tenant =>
                content.Mode != "active" || (!entry.IsOpen && entry.Label is "routed" or "escalated"),
            _ => false,
        };

    private FigureCounts Judge(Followed decision, List<Followed> decisions)
    {
        var requester = decision.Content.Issue.Requester;
        var contacts = decisions
            .Where(other =>
                other.IsLast
                && decision.IsLast
                && other != decision
                && requester is { Length: > 0 }
                && other.Content.Issue.Requester == requester
                && (other.Content.Issue.Tenant ?? "") == (decision.Content.Issue.Tenant ?? "")
                && decision.Content.Type is not null
                && other.Content.Type == decision.Content.Type
                && (other.First, other.FirstPlace).CompareTo((decision.First, decision.FirstPlace)) > 0
            )
            .OrderBy(other => other.First)
            .ThenBy(other => other.FirstPlace)
            .Take(3);
        var answered = decision.Outcome is "answered" or "fixed" && !decision.WasHanded;
        var judged = answered && now - decision.End > _grace;
        var cameBack =
            decision.Later <= decision.End + _grace
            || contacts.FirstOrDefault(other => other.First > decision.End) is { } next && next.First <= decision.End + _grace;
        var reopened = judged && (cameBack || decision.IsTaken || decision.Verdicts.Exists(verdict => verdict != "helpful"));
        var confirmed = judged && !reopened && decision.Verdicts.Count > 0;
        var assumed = judged && !reopened && !confirmed;
        var took = decision.End - decision.First;
        long One(bool holds) => holds ? 1 : 0;
        return new FigureCounts
        {
            Issues = 1,
            Decided = 1,
            Answered = One(answered),
            Confirmed = One(confirmed),
            Assumed = One(assumed),
            Unseen = One(assumed && string.IsNullOrEmpty(requester)),
            Reopened = One(reopened),
            Helpful = One(answered && decision.Verdicts.Count > 0 && decision.Verdicts.TrueForAll(verdict => verdict == "helpful")),
            Wrong = One(answered && decision.Verdicts.Exists(verdict => verdict != "helpful")),
            Followed = 1,
            Escalated = One(decision.Outcome == "escalated"),
            Routed = One(decision.Outcome == "routed" || (decision.Outcome is "answered" or "fixed" && decision.WasHanded)),
            Asked = One(decision.Outcome == "asked"),
            Ignored = One(decision.Outcome is "ignored" or "closed"),
            Unfinished = One(decision.Outcome == "unfinished"),
            FirstContact = One((confirmed || assumed) && decision.Contacts == 1),
            WithinHour = One((confirmed || assumed) && took <= TimeSpan.FromHours(1)),
            WithinDay = One((confirmed || assumed) && took <= TimeSpan.FromDays(1)),
            Minutes = confirmed || assumed ? took.TotalMinutes : 0,
            Handled = One(decision.Outcome is "escalated" or "routed" || decision.WasHanded || decision.IsTaken),
        };
    }

    private sealed record Followed(
        FigureKey Key,
        DateTimeOffset First,
        int FirstPlace,
        DateTimeOffset End,
        DecisionContent Content,
        string Outcome,
        bool IsLast,
        int Contacts,
        DateTimeOffset? Later,
        List<string> Verdicts,
        bool WasHanded,
        bool IsTaken
    );
}
