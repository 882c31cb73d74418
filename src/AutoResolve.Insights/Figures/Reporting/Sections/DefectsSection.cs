using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What known defects cost, so that mending wins over answering.</summary>
internal static class DefectsSection
{
    private const int MaxBars = 10;

    public static ReportSection? Of(ReportInput input, IReadOnlyList<Defect> defects)
    {
        var known = Defect.Known(input).Count();
        if (known == 0)
            return null;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(input.Now, input.Figures.Calendar.Zone).DateTime);
        return new ReportSection(
            "defects",
            "What known defects cost",
            defects.Count == 0
                ? None(known)
                : $"Each of these is answered or handed on again and again; mending it costs once. {Minutes(defects)}",
            [
                new("defect", "Defect"),
                new("team", "Team"),
                new("issues", "Issues", IsNumber: true),
                new("handled", "To a person or team", IsNumber: true),
                new("minutes", "Handling minutes", IsNumber: true),
                new("tracking", "Tracked at"),
                new("until", "To be mended by"),
            ],
            [
                .. defects.Select(defect =>
                    (IReadOnlyList<Cell>)
                        [
                            Cell.Of(defect.Name),
                            Cell.Of(defect.Teams),
                            Cell.Count(defect.Counts.Issues),
                            Cell.Count(defect.Counts.Handled),
                            Cell.Work(defect.Work),
                            Cell.Of(defect.Tracking),
                            Until(defect.Until, day),
                        ]
                ),
            ],
            defects.Count == 0
                ? null
                : new BarChart(
                    "Issues of each known defect, in parts: without a person, to a person or team.",
                    ["Without a person", "To a person or team"],
                    [
                        .. defects
                            .Take(MaxBars)
                            .Select(defect => new Bar(defect.Name, [defect.Counts.Issues - defect.Counts.Handled, defect.Counts.Handled])),
                    ]
                )
        );
    }

    private static string None(int known) =>
        known == 1
            ? "None of these issues came from the known defect or outage."
            : $"None of these issues came from one of the {known} known defects and outages.";

    private static string Minutes(IReadOnlyList<Defect> defects) =>
        defects.Any(defect => defect.Work.Issues > 0)
            ? "Minutes are those of the people who dealt with the issues: as measured where a history gives them, "
                + "otherwise from --minutes or the mean of the baseline."
            : "How many minutes they cost is not known: give --minutes TIER=MINUTES, or a baseline of a history with minutes.";

    private static Cell Until(DateOnly? until, DateOnly today)
    {
        if (until is not { } day)
            return Cell.None;
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Cell(day < today ? $"{text}, overdue" : text, text);
    }
}
