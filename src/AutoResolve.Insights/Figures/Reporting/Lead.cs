using System.Globalization;
using AutoResolve.Insights.Figures.Reporting.Sections;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The charts that a report begins with: what became of its issues, and the same over months.</summary>
internal static class Lead
{
    /// <summary>Of fewer issues, percents say less than how many they are.</summary>
    public const int MinForPercents = 100;

    public static IReadOnlyList<ReportSection> Of(ReportInput input)
    {
        var cases = MonthSection.Cases(input);
        return cases.Count == 0 ? [] : [Month(input, cases), .. Months(input, cases)];
    }

    private static ReportSection Month(ReportInput input, IReadOnlyList<CaseCell> cases)
    {
        var counts = CaseGroup.All.Select(group => group.CountOf(cases)).ToList();
        List<Bar> bars = [Shares(Name(input), counts)];
        List<Column> columns =
        [
            new("outcome", "Outcome"),
            new("issues", "Issues", IsNumber: true),
            new("percent", "Percent", IsNumber: true),
        ];
        if (input.Baseline is { } baseline && MonthSection.Before(baseline) is { } before)
        {
            bars.Add(Shares("Baseline", before));
            columns.Add(new("baseline", "Baseline, percent", IsNumber: true));
        }

        return new ReportSection(
            "outcome",
            "What became of the issues",
            "",
            columns,
            [
                .. CaseGroup.All.Select(
                    (group, place) =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(group.Name, group.Id),
                                Cell.Count(counts[place]),
                                .. bars.Select(bar => Cell.About(bar.Parts[place], bar.Counts is null ? 0 : 1)),
                            ]
                ),
            ],
            new ShareChart("What became of the issues.", [.. CaseGroup.All.Select(group => group.Name)], bars)
        );
    }

    private static Bar Shares(string name, IReadOnlyList<long> counts)
    {
        var isOfFew = counts.Sum() < MinForPercents;
        return new($"{name}: {Cell.Issues(counts.Sum())}", WholePercents.Of(counts, isOfFew ? 1 : 0), Counts: isOfFew ? counts : null);
    }

    private static IEnumerable<ReportSection> Months(ReportInput input, IReadOnlyList<CaseCell> cases)
    {
        var calendar = input.Figures.Calendar;
        var before = input.Figures.Cases.Where(cell => !calendar.IsOfPeriod(cell.Part)).ToLookup(cell => cell.Part);
        List<(string Name, IReadOnlyList<CaseCell> Cases)> months =
        [
            .. calendar
                .Months.Select((month, part) => (Text(month), (IReadOnlyList<CaseCell>)[.. before[part]]))
                .SkipWhile(month => month.Item2.Count == 0),
            (Text(calendar.Days[0]), cases),
        ];
        if (months.Count == 1)
            yield break;
        var goals = input.Baseline?.Goals;
        ChartLine[] lines = [Line(CaseGroup.Held, goals?.Held), Line(CaseGroup.People, goals?.People)];
        yield return new ReportSection(
            "outcomes",
            "Over the months",
            "",
            [
                new("month", "Month"),
                .. lines.Select(
                    (line, place) =>
                        new Column(place == 0 ? CaseGroup.Held.Id : CaseGroup.People.Id, $"{line.Name}, percent", IsNumber: true)
                ),
            ],
            [
                .. months.Select(
                    (month, place) => (IReadOnlyList<Cell>)[Cell.Of(month.Name), .. lines.Select(line => Cell.About(line.Values[place], 1))]
                ),
            ],
            new LineChart("Shares of the issues that first came in each month.", [.. months.Select(month => month.Name)], lines)
        );

        ChartLine Line(CaseGroup group, double? goal) =>
            new(group.Name, [.. months.Select(month => 100.0 * group.CountOf(month.Cases) / month.Cases.Sum(cell => cell.Cases))], goal);

        static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    private static string Name(ReportInput input) =>
        input.Figures.Calendar is { Months.Count: > 0 } calendar
            ? calendar.Days[0].ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : "This time";
}
