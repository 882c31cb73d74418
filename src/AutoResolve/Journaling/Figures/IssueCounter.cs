namespace AutoResolve.Journaling.Figures;

/// <summary>Counts issues from their entries, as the statement of a database does.</summary>
internal static class IssueCounter
{
    private const int MaxContacts = 3;

    /// <param name="issues">The entries of each issue id, in the order of the journal.</param>
    /// <param name="query">Which count.</param>
    /// <returns>The counts, and when the first of the issues came.</returns>
    public static (IReadOnlyList<IssueCount> Counts, DateTimeOffset? First) Count(
        IEnumerable<IReadOnlyList<FigureEntry>> issues,
        FigureQuery query
    )
    {
        var grace = TimeSpan.FromDays(query.GraceDays);
        var decisions = issues.SelectMany(entries => Follow(entries, grace)).Where(one => one.First >= query.Starts[0]).ToList();
        var contacts = decisions
            .Where(one => one is { IsLast: true, Requester: not null, Content.Type: not null })
            .OrderBy(one => one.First)
            .ThenBy(one => one.Sequence)
            .ToLookup(one => (one.Tenant, one.Requester, one.Content.Type));
        var counted = decisions.Where(one => one.First < query.To).ToList();
        var counts = counted
            .GroupBy(one => KeyOf(one, query))
            .Select(group => Sum(group.Key, [.. group.Select(one => Judge(one, contacts, query))]))
            .ToList();
        return (counts, counted.Count == 0 ? null : counted.Min(one => one.First));
    }

    private static IEnumerable<FollowedDecision> Follow(IReadOnlyList<FigureEntry> entries, TimeSpan grace)
    {
        foreach (
            var decisions in entries
                .Where(entry => entry.Kind == JournalEntryKind.Decision)
                .GroupBy(entry => entry.Tenant)
                .Select(group => group.ToList())
        )
        {
            for (var place = 0; place < decisions.Count; place++)
            {
                if (place > 0 && !decisions[place].Decides)
                    continue;
                var later = decisions.Skip(place + 1).FirstOrDefault(entry => entry.Decides);
                var followed = new FollowedDecision(entries, decisions[..place], decisions[place], later, grace);
                if (followed.IsFollowed)
                    yield return followed;
            }
        }
    }

    private static IssueCount KeyOf(FollowedDecision decision, FigureQuery query) =>
        new()
        {
            IsSuperseded = !decision.IsLast,
            Part = PartOf(decision.First, query),
            Tier = decision.Tier,
            Type = decision.Content.Type ?? "unknown",
            Team = decision.Content.Team ?? decision.Content.Owner,
            Channel = decision.Content.Issue?.Channel,
            Product = decision.Content.Issue?.Product,
            RuleId = decision.RuleId,
            Reason = decision.Reason,
            Tenant = decision.Tenant.Length == 0 ? null : decision.Tenant,
            Language = decision.Content.Language,
        };

    private static int PartOf(DateTimeOffset time, FigureQuery query)
    {
        var part = 0;
        while (part + 1 < query.Starts.Count && query.Starts[part + 1] <= time)
            part++;
        return part;
    }

    private static Judgement Judge(
        FollowedDecision decision,
        ILookup<(string Tenant, string? Requester, string? Type), FollowedDecision> contacts,
        FigureQuery query
    )
    {
        var grace = TimeSpan.FromDays(query.GraceDays);
        var next = decision.IsLast
            ? contacts[(decision.Tenant, decision.Requester, decision.Content.Type)]
                .Where(other => (other.First, other.Sequence).CompareTo((decision.First, decision.Sequence)) > 0)
                .Take(MaxContacts)
                .FirstOrDefault(other => other.First > decision.End)
            : null;
        var isJudged = decision.IsAnswered && decision.End < query.Now - grace;
        var verdict = decision.Verdict;
        var isOpened = decision.IsDecidedAnew || next?.First <= decision.End + grace || decision.IsTaken || verdict == 2;
        return new Judgement(decision, isJudged && !isOpened, isJudged && isOpened, verdict);
    }

    private static IssueCount Sum(IssueCount key, List<Judgement> all)
    {
        long Of(Func<Judgement, bool> holds) => all.LongCount(holds);
        return key with
        {
            Issues = all.Count,
            Answered = Of(one => one.Decision.IsAnswered),
            Confirmed = Of(one => one.Holds && one.Verdict == 1),
            Assumed = Of(one => one.Holds && one.Verdict == 0),
            Unseen = Of(one => one.Holds && one.Verdict == 0 && one.Decision.Requester is null),
            Reopened = Of(one => one.IsReopened),
            Helpful = Of(one => one.Verdict == 1),
            Wrong = Of(one => one.Verdict == 2),
            Escalated = Of(one => one.Decision.Outcome == "escalated"),
            Routed = Of(one => one.Decision.Outcome == "routed" || one.Decision is { IsGood: true, WasHanded: true }),
            Asked = Of(one => one.Decision.Outcome == "asked"),
            Ignored = Of(one => one.Decision.Outcome is "ignored" or "closed"),
            Unfinished = Of(one => one.Decision.Outcome == "unfinished"),
            Handled = Of(one => one.Decision is { Outcome: "escalated" or "routed" } or { WasHanded: true } or { IsTaken: true }),
            FirstContact = Of(one => one.Holds && one.Decision.IsFirst),
            WithinHour = Of(one => one.Holds && one.Took <= TimeSpan.FromHours(1)),
            WithinDay = Of(one => one.Holds && one.Took <= TimeSpan.FromDays(1)),
            Minutes = all.Where(one => one.Holds).Sum(one => one.Took.TotalMinutes),
        };
    }

    /// <param name="Decision">The decision.</param>
    /// <param name="Holds">Whether it answered, and that is known to have held.</param>
    /// <param name="IsReopened">Whether it answered, and that is known not to have held.</param>
    /// <param name="Verdict">What people said of the answer.</param>
    private sealed record Judgement(FollowedDecision Decision, bool Holds, bool IsReopened, int Verdict)
    {
        public TimeSpan Took => Decision.End < Decision.First ? TimeSpan.Zero : Decision.End - Decision.First;
    }
}
