namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>A known defect or outage, which several rules may name: those that are tracked at the same place.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Counts">The issues that they decided.</param>
/// <param name="Work">The time that these took of people.</param>
internal sealed record Defect(IReadOnlyList<RuleInfo> Rules, FigureCounts Counts, HandleTimeTotal Work)
{
    public string Name => Several(rule => rule.Cause?.Summary ?? rule.Reference.Title);

    /// <summary>Who is to mend it.</summary>
    public string Teams => Several(rule => rule.Team ?? rule.Reference.Owner);

    public string? Tracking => Rules[0].Cause!.Tracking;

    /// <summary>The first of the days by which it was to be mended.</summary>
    public DateOnly? Until => Rules.Min(rule => rule.Until);

    /// <summary>
    /// All that issues of the period came from, those of most issues first: an outage that is answered by a rule is one all the same.
    /// </summary>
    public static IReadOnlyList<Defect> Of(ReportInput input)
    {
        var known = Known(input).ToDictionary(rule => rule.Reference.Id, StringComparer.Ordinal);
        return
        [
            .. input
                .Figures.Cells.Where(cell => cell.Key.Rule is not null && known.ContainsKey(cell.Key.Rule))
                .GroupBy(
                    cell => known[cell.Key.Rule!].Cause is { Tracking: { } tracking } ? tracking : cell.Key.Rule!,
                    StringComparer.Ordinal
                )
                .Select(group => new Defect(
                    [
                        .. group
                            .GroupBy(cell => cell.Key.Rule!)
                            .OrderByDescending(cells => cells.Sum(cell => cell.Counts.Issues))
                            .ThenBy(cells => cells.Key, StringComparer.Ordinal)
                            .Select(cells => known[cells.Key]),
                    ],
                    FigureGroup.Sum(group),
                    input.Handling.Of(group)
                ))
                .OrderByDescending(defect => defect.Counts.Issues)
                .ThenBy(defect => defect.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rules that speak of one.</summary>
    public static IEnumerable<RuleInfo> Known(ReportInput input) =>
        input.OwnRules.Where(rule => rule.Cause is { Kind: CauseKind.KnownDefect or CauseKind.Outage });

    private string Several(Func<RuleInfo, string> text) => string.Join("; ", Rules.Select(text).Distinct(StringComparer.OrdinalIgnoreCase));
}
