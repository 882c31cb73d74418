using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues by day, and by month.</summary>
internal static class TimeSections
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var parts = input
            .Figures.Series.GroupBy(cell => cell.Part)
            .ToDictionary(group => group.Key, group => group.Aggregate(default(SeriesCounts), (sum, cell) => sum + cell.Counts));
        var days = input
            .KnownDays.Select(place =>
                (
                    Name: calendar.Days[place].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Counts: parts.GetValueOrDefault(calendar.Months.Count + place)
                )
            )
            .ToList();
        if (calendar.Months.Count > 0)
        {
            var months = calendar
                .Months.Select(
                    (month, place) =>
                        (Name: month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Counts: parts.GetValueOrDefault(place))
                )
                .SkipWhile(month => month.Counts.Issues == 0)
                .Append(
                    (
                        Name: calendar.Days[0].ToString("yyyy-MM", CultureInfo.InvariantCulture),
                        Counts: days.Aggregate(default(SeriesCounts), (sum, day) => sum + day.Counts)
                    )
                )
                .ToList();
            if (months.Count > 1)
                yield return Section(
                    input,
                    "months",
                    "By month",
                    "As known today; the report of an earlier month may have known less.",
                    "month",
                    "Month",
                    months,
                    null
                );
        }

        if (days.Count > 1)
            yield return Section(
                input,
                "days",
                "By day",
                "",
                "day",
                "Day",
                days,
                input.Baseline is { } baseline ? baseline.Cells.Sum(cell => cell.Counts.Issues) / baseline.Length : null
            );
    }

    private static ReportSection Section(
        ReportInput input,
        string id,
        string title,
        string note,
        string key,
        string heading,
        List<(string Name, SeriesCounts Counts)> parts,
        double? level
    )
    {
        List<Column> columns = [new(key, heading), new("issues", "Issues", IsNumber: true)];
        if (input.HasDecisions)
            columns.AddRange([
                new("resolved", "Resolved by rule", IsNumber: true),
                new("handled", "To a person or team", IsNumber: true),
                new("others", "Others", IsNumber: true),
            ]);
        return new ReportSection(
            id,
            title,
            note,
            columns,
            [
                .. parts.Select(part =>
                    (IReadOnlyList<Cell>)
                        [
                            .. (
                                (Cell[])
                                    [
                                        Cell.Of(part.Name),
                                        Cell.Count(part.Counts.Issues),
                                        Cell.Count(part.Counts.Resolved),
                                        Cell.Count(part.Counts.Handled),
                                        Cell.Count(part.Counts.Others),
                                    ]
                            ).Take(columns.Count),
                        ]
                ),
            ],
            new ColumnChart(
                $"Issues {title.ToLowerInvariant()}{GroupSection.InParts(input)}.",
                GroupSection.PartNames(input),
                [
                    .. parts.Select(part => new Bar(
                        part.Name,
                        input.HasDecisions ? [part.Counts.Resolved, part.Counts.Handled, part.Counts.Others] : [part.Counts.Issues]
                    )),
                ],
                level,
                level is null ? null : "a day in the baseline"
            )
        );
    }
}
