using System.Globalization;
using AutoResolve.Rules.Model;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What known defects cost, so that mending wins over answering.</summary>
internal static class DefectsSection
{
    private const int MostBars = 10;

    public static ReportSection? Of(ReportInput input)
    {
        var known = input.OwnRules.Where(rule => rule.Cause is { Kind: CauseKind.KnownDefect or CauseKind.Outage }).ToDictionary(rule => rule.Id.Value, StringComparer.Ordinal);
        if (known.Count == 0)
            return null;

        // Several rules may speak of one defect.
        var defects = input.Figures.Cells.Where(cell => cell.Key.Rule is not null && known.ContainsKey(cell.Key.Rule))
            .GroupBy(cell => known[cell.Key.Rule!].Cause is { Tracking: { } tracking } ? tracking : cell.Key.Rule!)
            .Select(group => (Rule: known[group.First().Key.Rule!], Counts: FigureGroup.Sum(group), Minutes: input.Handling.MinutesOf(group)))
            .OrderByDescending(defect => defect.Minutes ?? 0).ThenByDescending(defect => defect.Counts.Issues).ThenBy(defect => Name(defect.Rule), StringComparer.Ordinal)
            .ToList();
        var knowsMinutes = defects.Exists(defect => defect.Minutes is not null);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(input.Now, input.Figures.Calendar.Zone).DateTime);
        return new ReportSection(
            "defects",
            "What known defects cost",
            defects.Count == 0
                ? $"No issue of this time came from one of the {known.Count} known defects and outages."
                : $"Each of these is answered or handed on again and again; mending it costs once. {(knowsMinutes ? "Minutes are those of the people who dealt with the issues: measured where a history says them, else by --minutes or the mean of the baseline." : "How many minutes they cost is not known: give --minutes TIER=MINUTES, or a baseline of a history with minutes.")}",
            [new("defect", "Defect"), new("team", "Team"), new("issues", "Issues", IsNumber: true), new("handled", "To a person or team", IsNumber: true), new("minutes", "Minutes of people", IsNumber: true), new("tracking", "Tracked at"), new("until", "To be mended by")],
            [.. defects.Select(defect => (IReadOnlyList<Cell>)
                [
                    Cell.Of(Name(defect.Rule)), Cell.Of(defect.Rule.Then.Team ?? defect.Rule.Owner), Cell.Count(defect.Counts.Issues), Cell.Count(defect.Counts.Handled),
                    Cell.About(defect.Minutes), Cell.Of(defect.Rule.Cause!.Tracking), Until(defect.Rule.Until?.Value, day),
                ])],
            defects.Count == 0 ? null : new BarChart(
                "Issues of each known defect, in parts: without a person, to a person or team.",
                ["Without a person", "To a person or team"],
                [.. defects.Take(MostBars).Select(defect => new Bar(Name(defect.Rule), [defect.Counts.Issues - defect.Counts.Handled, defect.Counts.Handled]))]));
    }

    private static string Name(Rule rule) => rule.Cause?.Summary ?? rule.Title;

    private static Cell Until(DateOnly? until, DateOnly today) => until is { } day
        ? new Cell($"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(day < today ? ", overdue" : "")}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : Cell.None;
}
