using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What no rule resolves: the next rules to write, or pages to mend.</summary>
internal static class UnresolvedSection
{
    private const string Guarded = "guarded";
    private const int MaxRows = 25;
    private const int MaxBars = 10;

    public static ReportSection? Of(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var most = input
            .Figures.Series.Where(cell => calendar.IsOfPeriod(cell.Part))
            .GroupBy(cell => cell.Key.Type)
            .ToDictionary(
                group => group.Key,
                group => group.GroupBy(cell => cell.Part).Max(day => day.Sum(cell => cell.Counts.Issues)),
                StringComparer.Ordinal
            );
        var groups = Groups(input).ToList();
        if (groups.Count == 0 && !input.HasDecisions)
            return null;
        var all = FigureGroup
            .By(input with { Baseline = null }, key => key.Type)
            .ToDictionary(group => group.Name, group => group.Now.Issues, StringComparer.OrdinalIgnoreCase);
        var work = groups.ConvertAll(group => input.Handling.Of(group.Cells));
        var (knowsMinutes, hasDesk) = (work.Exists(known => known.Issues > 0), input.Desk is { Priorities.Count: > 0 });
        List<Column> columns =
        [
            new("type", "Type"),
            new("unresolved", input.HasDecisions ? "Not resolved" : "Not answered by a rule", IsNumber: true),
            new("share", "Of the type's issues", IsNumber: true),
            new("why", "Why"),
            new("mostADay", "Most in a day", IsNumber: true),
        ];
        if (knowsMinutes)
            columns.Add(new("minutes", "Handling minutes", IsNumber: true));
        if (hasDesk)
            columns.Add(new("priority", "Priority"));
        var rows = groups
            .Take(MaxRows)
            .Select(
                (group, place) =>
                {
                    var busiest = most.GetValueOrDefault(group.Name);
                    List<Cell> row =
                    [
                        Cell.Of(group.Name),
                        Cell.Count(group.Now.Unresolved),
                        Cell.Rate(new Proportion(group.Now.Unresolved, all[group.Name])),
                        Cell.Of(Why(group)),
                        Cell.Count(busiest),
                    ];
                    if (knowsMinutes)
                        row.Add(Cell.Work(work[place]));
                    if (hasDesk)
                        row.Add(Cell.Of(input.Desk!.PriorityOf(Load(group, busiest))));
                    return (IReadOnlyList<Cell>)row;
                }
            )
            .ToList();
        return new ReportSection(
            "unresolved",
            input.HasDecisions ? "What no rule resolves" : "What people deal with",
            $"The next rules to write, or pages to mend; what guards leave to people is not "
                + $"included.{(groups.Count > MaxRows ? $" The first {MaxRows} of {groups.Count} types." : "")}",
            columns,
            rows,
            groups.Count == 0
                ? null
                : new BarChart(
                    "Issues that no rule resolved, by type.",
                    ["Not resolved by a rule"],
                    [.. groups.Take(MaxBars).Select(group => new Bar(group.Name, [group.Now.Unresolved]))]
                )
        );
    }

    /// <summary>
    /// The types that have any, the most first. What people dealt with and a rule would answer is not among them, nor what guards leave
    /// to people on purpose.
    /// </summary>
    public static IEnumerable<FigureGroup> Groups(ReportInput input) =>
        FigureGroup
            .By(Left(input), key => key.Type)
            .Where(group => group.Now.Unresolved > 0)
            .OrderByDescending(group => group.Now.Unresolved)
            .ThenBy(group => group.Name, StringComparer.Ordinal);

    private static ReportInput Left(ReportInput input)
    {
        var guards = (input.Rules ?? [])
            .Where(rule => rule.IsGuard)
            .Select(rule => (string?)rule.Reference.Id)
            .ToHashSet(StringComparer.Ordinal);
        return input with
        {
            Baseline = null,
            Figures = input.Figures with
            {
                Cells =
                [
                    .. input.Figures.Cells.Where(cell =>
                        cell.Key.Reason is not (HistoryTally.RuleWouldAnswer or Guarded) && !guards.Contains(cell.Key.Rule)
                    ),
                ],
            },
        };
    }

    private static IssueLoad Load(FigureGroup group, long busiest) =>
        new(
            group.Name,
            group.Cells.GroupBy(cell => cell.Key.Team).MaxBy(team => team.Sum(cell => cell.Counts.Issues))?.Key,
            (int)Math.Min(int.MaxValue, group.Now.Issues),
            (int)Math.Min(int.MaxValue, busiest),
            group.Now.Answered > 0
        );

    private static string Why(FigureGroup group)
    {
        var reasons = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, counts) in group.Cells)
        {
            Add("reopened", counts.Reopened);
            Add(Words(key.Reason), counts.Unresolved - counts.Reopened);
        }

        return string.Join(
            ", ",
            reasons
                .Where(reason => reason.Value > 0)
                .OrderByDescending(reason => reason.Value)
                .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => $"{reason.Key} {Cell.Number(reason.Value)}")
        );

        void Add(string reason, long count) => reasons[reason] = reasons.GetValueOrDefault(reason) + count;
    }

    private static string Words(string? reason) =>
        reason switch
        {
            null => "dealt with by people",
            "ruleMatched" => "a rule asks or hands it on",
            "noRuleMatched" => "no rule",
            "onlySuggested" => "only rules on trial",
            "ambiguous" => "rules disagree",
            "allStepsTried" => "all steps tried",
            "factsMissing" => "something was not known",
            "valueMissing" => "a value for the answer missing",
            "languageMissing" => "not in the customer's language",
            "sentByMachine" => "sent by a machine",
            "held" => "automation only watches or suggests",
            "unfinished" => "begun and not finished",
            "notCarriedOut" => "what was decided was not carried out",
            "caseUnknown" => "the case was not known",
            "tooManyTurns" => "too many turns",
            "tooLong" => "longer than is read",
            "tooMuchWork" => "more work than an issue may cost",
            "handlerMissing" => "no handler",
            "solved" or "withdrawn" => "closed by the customer",
            "personWanted" => "a person was wanted",
            "personHasIt" => "a person has it",
            "questionsOpen" => "what was asked stayed open",
            "deadlinePassed" => "never answered what was asked",
            "tooManyMessages" => "too many messages",
            "writtenByOfficial" => "written by an office",
            "undelivered" => "a message came back",
            _ => "unexpected",
        };
}
