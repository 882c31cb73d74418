using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What each rule did, and what to do with it.</summary>
internal static class RulesSection
{
    private const int MostRows = 50;
    private const int MostNamed = 10;

    // From so many answers on, a rule's record says something.
    private const int FewestToJudge = 20;
    private const double Keep = 0.8;
    private const double Retire = 0.5;

    public static ReportSection? Of(ReportInput input)
    {
        var groups = FigureGroup.By(input with { Baseline = null }, key => key.Rule ?? "").Where(group => group.Name.Length > 0).ToList();

        // A rule answers also where the issue was decided again, by itself or another.
        var earlier = input.Figures.Superseded.Where(cell => cell.Key.Rule is not null).GroupBy(cell => cell.Key.Rule!).ToDictionary(group => group.Key, FigureGroup.Sum, StringComparer.Ordinal);
        groups.AddRange(earlier.Keys.Except(groups.Select(group => group.Name)).Select(rule => new FigureGroup(rule, [], FigureCounts.None)));
        groups = [.. groups.OrderByDescending(group => group.Now.Issues + earlier.GetValueOrDefault(group.Name, FigureCounts.None).Issues).ThenBy(group => group.Name, StringComparer.Ordinal)];
        var known = input.OwnRules.ToDictionary(rule => rule.Id.Value, StringComparer.Ordinal);
        var used = groups.Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        var idle = input.Filter is not { Type: null, Channel: null, Product: null } ? [] : known.Values.Where(rule => rule is { Status: RuleStatus.Active, Also: false } && !used.Contains(rule.Id.Value)).Select(rule => rule.Id.Value).Order(StringComparer.Ordinal).ToList();
        if (groups.Count == 0 && idle.Count == 0)
            return null;
        var before = (input.Baseline?.Cells ?? []).Where(cell => cell.Key.Rule is not null).GroupBy(cell => cell.Key.Rule!).ToDictionary(group => group.Key, FigureGroup.Sum, StringComparer.Ordinal);
        List<Column> columns = [new("rule", "Rule"), new("title", "Title"), new("issues", "Issues that it decided last", IsNumber: true)];
        if (before.Count > 0)
            columns.AddRange([new("change", "Change, a day", IsNumber: true)]);
        columns.AddRange([new("answered", "Answers that it gave", IsNumber: true), new("resolved", "Resolved, of the judged", IsNumber: true), new("advice", "Advice")]);
        var rows = groups.Take(MostRows).Select(group =>
        {
            var answers = group.Now + earlier.GetValueOrDefault(group.Name, FigureCounts.None);
            var judged = new Share(answers.Resolved, answers.Judged);
            List<Cell> row = [Cell.Of(group.Name), Cell.Of(known.GetValueOrDefault(group.Name)?.Title), Cell.Count(group.Now.Issues)];
            if (before.Count > 0)
                row.Add(Cell.Change((group with { Before = before.GetValueOrDefault(group.Name, FigureCounts.None) }).ChangeOf(input)));
            row.AddRange([Cell.Count(answers.Answered), Cell.Rate(judged), Cell.Of(Advice(answers, judged))]);
            return (IReadOnlyList<Cell>)row;
        }).ToList();
        var note = $"Keep: at the lower end of the interval {Cell.Percent(Keep)} or more of the judged answers stand. Retire: at the upper end fewer than {Cell.Percent(Retire)} do. Tune: between. Judged from {FewestToJudge} answers on.";
        if (groups.Count > MostRows)
            note += $" The first {MostRows} of {groups.Count} rules.";
        if (idle.Count > 0)
            note += $" {(idle.Count == 1 ? "One active rule" : $"{idle.Count} active rules")} decided no issue: {string.Join(", ", idle.Take(MostNamed))}{(idle.Count > MostNamed ? ", …" : "")}; 'autoresolve health' says whether they ever match.";
        return new ReportSection("rules", "Rules to keep, tune, retire", note, columns, rows);
    }

    private static string Advice(FigureCounts counts, Share judged) =>
        counts.Answered == 0 ? "does not answer"
        : judged.Of < FewestToJudge ? "too few judged answers to say"
        : judged.Lower >= Keep ? "keep"
        : judged.Upper < Retire ? "retire"
        : judged.Value >= Keep ? "keep or tune: too few answers to be sure"
        : judged.Value < Retire ? "retire or tune: too few answers to be sure"
        : "tune";
}
