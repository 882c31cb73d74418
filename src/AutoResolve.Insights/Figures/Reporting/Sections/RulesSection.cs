using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What each rule did, and what to do with it.</summary>
internal static class RulesSection
{
    private const int MaxRows = 50;
    private const int MaxNamed = 10;

    // From so many answers on, a rule's record says something.
    private const int MinToJudge = 20;
    private const double Keep = 0.8;
    private const double Retire = 0.5;

    public static ReportSection? Of(ReportInput input)
    {
        // People dealt with the issues of a history: it says nothing of rules.
        if (!input.HasDecisions)
            return null;
        var compares = input.Baseline is { HasDecisions: true };

        // A rule answers also where the issue was decided again, by itself or another.
        var earlier = input
            .Figures.Superseded.Where(cell => cell.Key.Rule is not null)
            .GroupBy(cell => cell.Key.Rule!)
            .ToDictionary(group => group.Key, FigureGroup.Sum, StringComparer.Ordinal);
        var groups = FigureGroup
            .By(compares ? input : input with { Baseline = null }, key => key.Rule ?? "")
            .Where(group => group.Name.Length > 0)
            .ToList();
        groups.AddRange(
            earlier.Keys.Except(groups.Select(group => group.Name)).Select(rule => new FigureGroup(rule, [], FigureCounts.None))
        );
        var changes = groups.Select(group => group.ChangeOf(input)).ToList();
        var chances = SignificanceTest.Corrected([.. changes.Select(change => change.P)]);
        var rules = groups
            .Select(
                (group, place) =>
                    (
                        Group: group,
                        Answers: group.Now + earlier.GetValueOrDefault(group.Name, FigureCounts.None),
                        Change: changes[place],
                        P: chances[place]
                    )
            )
            .OrderByDescending(rule => rule.Answers.Judged >= MinToJudge)
            .ThenByDescending(rule => rule.Answers.Issues)
            .ThenByDescending(rule => rule.Group.Before.Issues)
            .ThenBy(rule => rule.Group.Name, StringComparer.Ordinal)
            .ToList();
        var known = (input.Rules ?? []).ToDictionary(rule => rule.Reference.Id, StringComparer.Ordinal);
        var idle = Idle(
            input,
            [.. groups.Where(group => group.Now.Issues > 0 || earlier.ContainsKey(group.Name)).Select(group => group.Name)]
        );
        if (groups.Count == 0 && idle.Count == 0)
            return null;
        List<Column> columns = [new("rule", "Rule"), new("title", "Title"), new("issues", "Issues that it decided last", IsNumber: true)];
        if (compares)
            columns.AddRange([
                new("expected", "Expected from the baseline", IsNumber: true),
                new("change", "Change, a day", IsNumber: true),
                new("p", "By chance?", IsNumber: true),
            ]);
        columns.AddRange([
            new("answered", "Answers that it gave", IsNumber: true),
            new("resolved", "Resolved, of the judged", IsNumber: true),
            new("advice", "Advice"),
        ]);
        var rows = rules
            .Take(MaxRows)
            .Select(rule =>
            {
                var judged = new Proportion(rule.Answers.Resolved, rule.Answers.Judged);
                List<Cell> row =
                [
                    Cell.Of(rule.Group.Name),
                    Cell.Of(known.GetValueOrDefault(rule.Group.Name)?.Reference.Title),
                    Cell.Count(rule.Group.Now.Issues),
                ];
                if (compares)
                    row.AddRange([Cell.About(rule.Change.Expected, 1), Cell.Change(rule.Change), Cell.ByChance(rule.P)]);
                row.AddRange([Cell.Count(rule.Answers.Answered), Cell.Rate(judged), Cell.Of(Advice(rule.Answers, judged))]);
                return (IReadOnlyList<Cell>)row;
            })
            .ToList();
        return new ReportSection("rules", "Rules to keep, tune, retire", Note(groups.Count, idle), columns, rows);
    }

    // Where only some issues are counted, a rule may be busy with the others.
    private static List<string> Idle(ReportInput input, HashSet<string> used) =>
        input.Filter is not { Type: null, Channel: null, Product: null }
            ? []
            :
            [
                .. input
                    .OwnRules.Where(rule =>
                        rule is { Reference.Status: RuleStatus.Active, IsAlso: false }
                        && !used.Contains(rule.Reference.Id)
                        && input.DecidingRules?.Contains(rule.Reference.Id) != true
                    )
                    .Select(rule => rule.Reference.Id)
                    .Order(StringComparer.Ordinal),
            ];

    private static string Note(int rules, List<string> idle)
    {
        var note =
            $"Keep: even at the lower end of the interval, {Cell.Percent(Keep)} or more of the judged answers were resolved. "
            + $"Retire: even at the upper end, fewer than {Cell.Percent(Retire)} were. Tune: anything between. Rules are judged "
            + $"from {MinToJudge} answers on, and those that are stand first.";
        if (rules > MaxRows)
            note += $" The first {MaxRows} of {rules} rules.";
        if (idle.Count > 0)
        {
            var active = idle.Count == 1 ? "One active rule" : $"{idle.Count} active rules";
            var named = string.Join(", ", idle.Take(MaxNamed)) + (idle.Count > MaxNamed ? ", …" : "");
            note += $" {active} decided no issues: {named}; 'autoresolve health' says whether they ever match.";
        }

        return note;
    }

    /// <returns>Null where a rule does not answer, and so has no record.</returns>
    private static string? Advice(FigureCounts counts, Proportion judged) =>
        judged switch
        {
            _ when counts.Answered == 0 => null,
            { Of: < MinToJudge } => "too few judged answers to say",
            { Lower: >= Keep } => "keep",
            { Upper: < Retire } => "retire",
            { Value: >= Keep } => "keep or tune: too few answers to be sure",
            { Value: < Retire } => "retire or tune: too few answers to be sure",
            _ => "tune",
        };
}
