using AutoResolve.Insights.Figures;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>Counts a journal as the definitions say it, entry by entry in memory.</summary>
internal sealed class FigureOracle(IReadOnlyList<JournalEntry> entries, ReportingCalendar calendar, int grace, DateTimeOffset now)
{
    private readonly DateTimeOffset _until = calendar.Period.To.AddDays(grace);
    private readonly DateTimeOffset _last = calendar.Period.To.AddDays(2 * grace);

    public IReadOnlyDictionary<FigureKey, FigureCounts> Count()
    {
        // In the order of the journal, of which each entry's place is its sequence.
        var issues = entries.Select((entry, place) => (Entry: entry, Place: place))
            .Where(item => item.Entry.Kind == JournalEntryKind.Decision)
            .GroupBy(item => item.Entry.IssueId)
            .Select(group => Follow([.. group]))
            .OfType<Followed>()
            .ToList();
        var counts = new Dictionary<FigureKey, FigureCounts>();
        foreach (var issue in issues.Where(issue => issue.First >= calendar.Period.From && issue.First < calendar.Period.To))
        {
            var key = new FigureKey(issue.Tier, issue.Content.Type ?? FigureKey.UnknownType, issue.Content.Team ?? issue.Content.Owner, issue.Content.Issue.Channel, issue.Content.Issue.Product, issue.Rule, issue.Content.Reason);
            counts[key] = counts.GetValueOrDefault(key, FigureCounts.None) + Judge(issue, issues);
        }

        return counts;
    }

    private Followed? Follow(IReadOnlyList<(JournalEntry Entry, int Place)> decisions)
    {
        if (decisions[0].Entry.At < calendar.Starts[0] || decisions[0].Entry.At >= _last)
            return null;
        var known = decisions.Where(item => item.Entry.At < _until).ToList();
        var (final, place) = known.Count > 0 ? known[^1] : decisions.Last(item => item.Entry.At < _last);
        var content = JournalJson.Read<DecisionContent>(final);
        var later = entries.Skip(place + 1).Where(entry => entry.IssueId == final.IssueId).ToList();
        var end = later.LastOrDefault(entry => entry.Kind == JournalEntryKind.Disposition && entry.At < _until);
        var verdicts = later.Where(entry => entry.Kind == JournalEntryKind.Feedback && entry.At < _last).Select(entry => entry.Label).ToList();
        return new Followed(
            decisions[0].Entry.At,
            decisions[0].Place,
            end?.At ?? final.At,
            content,
            content.Mode != "active" ? "escalated" : end is not null ? end.Label : final.IsOpen ? "unfinished" : final.Label,
            final.RuleId,
            known.Max(item => JournalJson.Read<DecisionContent>(item.Entry).Tier),
            known.Count,
            verdicts);
    }

    private FigureCounts Judge(Followed issue, List<Followed> issues)
    {
        var next = issues
            .Where(other => other != issue && issue.Content.Issue.Requester is { Length: > 0 } requester && other.Content.Issue.Requester == requester && other.Content.Issue.Tenant == issue.Content.Issue.Tenant
                && issue.Content.Type is not null && other.Content.Type == issue.Content.Type && (other.First, other.Place).CompareTo((issue.First, issue.Place)) > 0)
            .OrderBy(other => other.First).ThenBy(other => other.Place)
            .FirstOrDefault();
        var answered = issue.Outcome is "answered" or "fixed";
        var reopened = answered && (issue.Verdicts.Exists(verdict => verdict != "helpful") || (next is not null && next.First - issue.End <= TimeSpan.FromDays(grace)));
        var confirmed = answered && !reopened && issue.Verdicts.Contains("helpful");
        var assumed = answered && !reopened && !confirmed && now - issue.End > TimeSpan.FromDays(grace);
        var took = issue.End - issue.First;
        long One(bool holds) => holds ? 1 : 0;
        return new FigureCounts
        {
            Issues = 1,
            Decided = 1,
            Answered = One(answered),
            Confirmed = One(confirmed),
            Assumed = One(assumed),
            Unseen = One(assumed && string.IsNullOrEmpty(issue.Content.Issue.Requester)),
            Reopened = One(reopened),
            Followed = 1,
            Escalated = One(issue.Outcome == "escalated"),
            Routed = One(issue.Outcome == "routed"),
            Asked = One(issue.Outcome == "asked"),
            Ignored = One(issue.Outcome == "ignored"),
            Unfinished = One(issue.Outcome == "unfinished"),
            FirstContact = One((confirmed || assumed) && issue.Contacts == 1),
            WithinHour = One((confirmed || assumed) && took <= TimeSpan.FromHours(1)),
            WithinDay = One((confirmed || assumed) && took <= TimeSpan.FromDays(1)),
            Minutes = confirmed || assumed ? took.TotalMinutes : 0,
            Handled = One(issue.Outcome is "escalated" or "routed"),
        };
    }

    private sealed record Followed(DateTimeOffset First, int Place, DateTimeOffset End, DecisionContent Content, string Outcome, string? Rule, int? Tier, int Contacts, List<string> Verdicts);
}
