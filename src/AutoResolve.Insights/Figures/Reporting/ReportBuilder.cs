using System.Globalization;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Trends;
using AutoResolve.Rules.Model;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Makes a report of counts.</summary>
internal sealed class ReportBuilder(IReadOnlyList<FigureCell> cells, double days, int grace, Baseline? baseline, IReadOnlyList<Rule> rules)
{
    private const int MostRows = 25;
    private const int MostBars = 10;

    // From so many answers on, a rule's record says something.
    private const int FewestToJudge = 20;
    private const double Keep = 0.8;
    private const double Retire = 0.5;

    public Report Build(string title, IReadOnlyList<string> about)
    {
        var sections = new List<ReportSection> { Summary() };
        sections.Add(Groups("tiers", "By tier", cell => cell.Tier is { } tier ? $"Tier {tier}" : "No tier named", byName: true));
        sections.Add(Groups("types", "By type", cell => cell.Type));
        sections.Add(Groups("teams", "By team", cell => cell.Team ?? "No team"));
        sections.Add(Groups("channels", "By channel", cell => cell.Channel ?? "Not said"));
        sections.AddRange(new[] { Movers(), RulesSection(), Defects(), Unresolved(), Practices() }.OfType<ReportSection>());
        sections.Add(Definitions.Section(grace));
        return new Report(title, about, sections);
    }

    private ReportSection Summary()
    {
        var issues = Sum(cells, cell => cell.Issues);
        var rows = new List<IReadOnlyList<string>> { Row("Issues", Number(issues), "", baseline is null ? null : [PerDay(baseline.Cells, baseline.Length), PerDay(cells, days), "", Chance(PoissonP(Sum(baseline.Cells, cell => cell.Issues), baseline.Length, issues, days))]) };
        (string Name, Func<FigureCell, long> Hits, Func<FigureCell, long> Of)[] rates =
        [
            ("Answered by rule", cell => cell.Answered, cell => cell.Issues),
            ("Resolved by rule, confirmed", cell => cell.Confirmed, cell => cell.Issues),
            ("Resolved by rule, assumed", cell => cell.Assumed, cell => cell.Issues),
            ("Reopened, of the answered", cell => cell.Reopened, cell => cell.Answered),
            ("Pending, of the answered", cell => cell.Pending, cell => cell.Answered),
            ("Escalated to a person", cell => cell.Escalated, cell => cell.Issues),
            ("Routed to a team", cell => cell.Routed, cell => cell.Issues),
            ("First contact", cell => cell.FirstContact, cell => cell.Issues),
        ];
        foreach (var (name, hits, of) in rates)
        {
            var share = new Share(Sum(cells, hits), Sum(cells, of));
            var change = baseline is null ? null : RateChange.Of(ByType(baseline.Cells, hits, of), ByType(cells, hits, of));
            rows.Add(Row(name, Count(share), Text(share), change is null ? null : [Percent(change.Before), Percent(change.Now), change.Adjusted is { } adjusted ? Percent(adjusted) : "", Chance(change.P)]));
        }

        var answered = Sum(cells, cell => cell.Answered);
        rows.Add(Row("Time to resolution", answered == 0 ? "" : $"{cells.Sum(cell => cell.Minutes) / answered:0} minutes of {answered} issues", "", baseline is null ? null : ["", "", "", ""]));
        return new ReportSection(
            "summary",
            "In short",
            issues == 0 ? "No issue came in this time." : baseline is null ? "There is no baseline to compare with." : "Issues are compared a day; shares also as they would be in the baseline's mix of types.",
            baseline is null ? ["Figure", "Count", "Share and interval"] : ["Figure", "Count", "Share and interval", "Baseline", "Now", "Mix-adjusted", "By chance"],
            rows,
            [],
            "");
    }

    private ReportSection Groups(string id, string title, Func<FigureCell, string> name, bool byName = false)
    {
        var before = baseline?.Cells.GroupBy(name).ToDictionary(group => group.Key, group => Sum(group, cell => cell.Issues), StringComparer.Ordinal) ?? [];
        var now = cells.GroupBy(name).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

        // What has vanished is news too.
        var names = now.Keys.Union(before.Keys);
        var ordered = (byName ? names.Order(StringComparer.Ordinal) : names.OrderByDescending(key => Sum(now.GetValueOrDefault(key, []), cell => cell.Issues)).ThenBy(key => key, StringComparer.Ordinal)).ToList();
        var rows = ordered.Take(MostRows).Select(key =>
        {
            var group = now.GetValueOrDefault(key, []);
            var issues = Sum(group, cell => cell.Issues);
            List<string> row =
            [
                key,
                Number(issues),
                Text(new Share(Sum(group, cell => cell.Confirmed + cell.Assumed), issues)),
                Text(new Share(Sum(group, cell => cell.Escalated), issues)),
                Text(new Share(Sum(group, cell => cell.Reopened), Sum(group, cell => cell.Answered))),
            ];
            if (baseline is not null)
                row.AddRange([Number(before.GetValueOrDefault(key) * days / baseline.Length), Chance(PoissonP(before.GetValueOrDefault(key), baseline.Length, issues, days))]);
            return (IReadOnlyList<string>)row;
        }).ToList();
        return new ReportSection(
            id,
            title,
            ordered.Count > MostRows ? $"The first {MostRows} of {ordered.Count}." : "",
            baseline is null ? ["Name", "Issues", "Resolved by rule", "Escalated", "Reopened"] : ["Name", "Issues", "Resolved by rule", "Escalated", "Reopened", "Expected from the baseline", "By chance"],
            rows,
            [.. ordered.Take(MostBars).Select(key => (key, (double)Sum(now.GetValueOrDefault(key, []), cell => cell.Issues))).Where(bar => bar.Item2 > 0)],
            "issues");
    }

    private ReportSection? Movers()
    {
        if (baseline is null)
            return null;
        var before = baseline.Cells.GroupBy(cell => cell.Type).ToDictionary(group => group.Key, group => Sum(group, cell => cell.Issues), StringComparer.Ordinal);
        var now = cells.GroupBy(cell => cell.Type).ToDictionary(group => group.Key, group => Sum(group, cell => cell.Issues), StringComparer.Ordinal);
        var movers = before.Keys.Union(now.Keys)
            .Select(type => (Type: type, Now: now.GetValueOrDefault(type), Expected: before.GetValueOrDefault(type) * days / baseline.Length, P: PoissonP(before.GetValueOrDefault(type), baseline.Length, now.GetValueOrDefault(type), days)))
            .Where(mover => mover.P < 0.05)
            .OrderByDescending(mover => Math.Abs(mover.Now - mover.Expected)).ThenBy(mover => mover.Type, StringComparer.Ordinal)
            .Take(MostBars)
            .ToList();
        return new ReportSection(
            "movers",
            "What has changed most",
            movers.Count == 0 ? "No type came more or less often than chance explains." : "Types that came more or less often than chance explains.",
            ["Type", "Issues", "Expected from the baseline", "Difference", "By chance"],
            [.. movers.Select(mover => (IReadOnlyList<string>)[mover.Type, Number(mover.Now), Number(mover.Expected), Signed(mover.Now - mover.Expected), Chance(mover.P)])],
            [],
            "");
    }

    private ReportSection RulesSection()
    {
        var byRule = cells.Where(cell => cell.Rule is not null).GroupBy(cell => cell.Rule!).Select(group => (Rule: group.Key, Cells: group.ToList())).OrderByDescending(rule => Sum(rule.Cells, cell => cell.Issues)).ThenBy(rule => rule.Rule, StringComparer.Ordinal).ToList();
        return new ReportSection(
            "rules",
            "Rules to keep, tune and retire",
            $"Judged from {FewestToJudge} answers on whose outcome is known: keep where the lower end of the interval is {Percent(Keep)} or more resolved, retire where the upper end is below {Percent(Retire)}, tune between.",
            ["Rule", "Issues", "Resolved, of the answers with an outcome", "Advice"],
            [.. byRule.Take(MostRows).Select(rule =>
            {
                var share = new Share(Sum(rule.Cells, cell => cell.Confirmed + cell.Assumed), Sum(rule.Cells, cell => cell.Answered - cell.Pending));
                return (IReadOnlyList<string>)[rule.Rule, Number(Sum(rule.Cells, cell => cell.Issues)), Text(share), Advice(share)];
            })],
            [],
            "");
    }

    private ReportSection? Defects()
    {
        var known = rules.Where(rule => rule.Cause is { Kind: CauseKind.KnownDefect or CauseKind.Outage }).ToDictionary(rule => rule.Id.Value, StringComparer.Ordinal);
        var costs = cells.Where(cell => cell.Rule is not null && known.ContainsKey(cell.Rule)).GroupBy(cell => cell.Rule!).Select(group => (Rule: known[group.Key], Issues: Sum(group, cell => cell.Issues), Minutes: group.Sum(cell => cell.Minutes))).OrderByDescending(cost => cost.Issues).ToList();
        return known.Count == 0 ? null : new ReportSection(
            "defects",
            "What known defects cost",
            "Each of these is answered again and again. Fixing it costs once.",
            ["Defect", "Issues", "Minutes until answered", "Tracked at", "Should be fixed by"],
            [.. costs.Select(cost => (IReadOnlyList<string>)[cost.Rule.Cause!.Summary ?? cost.Rule.Title, Number(cost.Issues), Number(cost.Minutes), cost.Rule.Cause.Tracking ?? "", cost.Rule.Until?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""])],
            [.. costs.Take(MostBars).Select(cost => (cost.Rule.Cause!.Summary ?? cost.Rule.Title, (double)cost.Issues))],
            "issues");
    }

    private ReportSection Unresolved()
    {
        var types = cells.GroupBy(cell => cell.Type).Select(group => (Type: group.Key, Issues: Sum(group, cell => cell.Issues - cell.Confirmed - cell.Assumed - cell.Pending))).Where(type => type.Issues > 0).OrderByDescending(type => type.Issues).ThenBy(type => type.Type, StringComparer.Ordinal).Take(MostRows).ToList();
        return new ReportSection("unresolved", "What no rule resolves", "The next rules to write, or pages to mend.", ["Type", "Issues"], [.. types.Select(type => (IReadOnlyList<string>)[type.Type, Number(type.Issues)])], [.. types.Take(MostBars).Select(type => (type.Type, (double)type.Issues))], "issues");
    }

    private ReportSection? Practices()
    {
        var causes = rules.Where(rule => rule.Cause?.Summary is not null).ToDictionary(rule => rule.Id.Value, rule => rule.Cause!.Summary!, StringComparer.Ordinal);
        var rows = cells.Where(cell => cell.Rule is not null && causes.ContainsKey(cell.Rule)).GroupBy(cell => (Team: cell.Team ?? "No team", Cause: causes[cell.Rule!])).Select(group => (group.Key.Team, group.Key.Cause, Issues: Sum(group, cell => cell.Issues))).OrderBy(row => row.Team, StringComparer.Ordinal).ThenByDescending(row => row.Issues).ToList();
        return causes.Count == 0 ? null : new ReportSection("practices", "Causes that recur, by team", "What new software should avoid.", ["Team", "Cause", "Issues"], [.. rows.Take(MostRows * 2).Select(row => (IReadOnlyList<string>)[row.Team, row.Cause, Number(row.Issues)])], [], "");
    }

    private static string Advice(Share share) => share.Of < FewestToJudge ? "too few answers to say" : share.Lower >= Keep ? "keep" : share.Upper < Retire ? "retire" : "tune";

    private static IReadOnlyList<string> Row(string name, string count, string share, string[]? change) => change is null ? [name, count, share] : [name, count, share, .. change];

    private static long Sum(IEnumerable<FigureCell> some, Func<FigureCell, long> count) => some.Sum(count);

    private static Dictionary<string, Share> ByType(IEnumerable<FigureCell> some, Func<FigureCell, long> hits, Func<FigureCell, long> of) =>
        some.GroupBy(cell => cell.Type).ToDictionary(group => group.Key, group => new Share(group.Sum(hits), group.Sum(of)), StringComparer.Ordinal);

    // Two-sided, from the exact conditional test of two Poisson rates.
    private static double PoissonP(long before, double daysBefore, long now, double daysNow)
    {
        var all = (int)Math.Min(before + now, int.MaxValue);
        if (all == 0)
            return double.NaN;
        var share = daysNow / (daysBefore + daysNow);
        return Math.Min(1, 2 * Math.Min(TrendFinder.UpperTail((int)now, all, share), TrendFinder.UpperTail((int)before, all, 1 - share)));
    }

    private static string PerDay(IEnumerable<FigureCell> some, double length) => (Sum(some, cell => cell.Issues) / length).ToString("0.0", CultureInfo.InvariantCulture) + " a day";

    private static string Number(double number) => Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Signed(double number) => Math.Round(number).ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    private static string Count(Share share) => share.Of == 0 ? "none" : $"{Number(share.Hits)} of {Number(share.Of)}";

    private static string Text(Share share) => share.Of == 0 ? "" : $"{Percent(share.Value)} ({Percent(share.Lower)} to {Percent(share.Upper)}), n = {Number(share.Of)}";

    private static string Percent(Share share) => share.Of == 0 ? "" : Percent(share.Value);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Chance(double p) => double.IsNaN(p) ? "" : p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
