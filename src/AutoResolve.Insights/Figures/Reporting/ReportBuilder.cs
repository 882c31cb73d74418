using System.Globalization;
using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Figures.Reporting.Sections;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Makes a report of counts.</summary>
internal static class ReportBuilder
{
    /// <param name="title">What it is of, such as <c>Support issues, October 2026</c>.</param>
    /// <param name="input">What it is made of.</param>
    public static Report Build(string title, ReportInput input)
    {
        List<ReportSection?> sections =
        [
            SummarySection.Of(input),
            .. TimeSections.Of(input),
            GroupSection.OfTiers(input),
            GroupSection.Of(input, "types", "By type", "Type", key => key.Type),
            input.Filter.Team is null ? GroupSection.Of(input, "teams", "By team", "Team", key => key.Team ?? "No team") : null,
            GroupSection.Of(input, "channels", "By channel", "Channel", key => key.Channel ?? "Not said"),
            GroupSection.Of(input, "products", "By product", "Product", key => key.Product ?? "Not said"),
            MoversSection.Of(input),
            RulesSection.Of(input),
            DefectsSection.Of(input),
            UnresolvedSection.Of(input),
            PracticesSection.Of(input),
            Definitions.Section(input.Grace),
        ];
        return new Report(title, About(input), Highlights(input), [.. sections.OfType<ReportSection>()], input);
    }

    private static List<string> About(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var final = calendar.Period.To.AddDays(2 * input.Grace);
        List<string> about =
        [
            $"Issues that first came from {Day(calendar.Period.From)} to {Day(calendar.Period.To.AddTicks(-1))}, {calendar.Zone.Id}",
            $"Source: {input.Source}",
            .. input.Filter.Set.Select(entry => $"Only {entry.Name} {entry.Value}"),
        ];
        if (!input.IsOver)
            about.Add($"Not over: counted until {Day(input.Now)}, and compared as {Cell.Number(input.Length, 1)} days");
        if (input.Baseline is { } baseline)
        {
            about.Add($"Baseline: {Cell.Number(baseline.Cells.Sum(cell => cell.Counts.Issues))} issues from {Day(baseline.From)} to {Day(baseline.To.AddTicks(-1))}{(baseline.Zone == calendar.Zone.Id ? "" : $", {baseline.Zone}")}");
            if (baseline.From < calendar.Period.To && calendar.Period.From < baseline.To)
                about.Add("The baseline overlaps this time, so that issues are in part compared with themselves");
        }

        if (FigureGroup.Sum(input.Figures.Cells).Decided > 0)
            about.Add(input.Now < final ? $"Not final before {Day(final.AddTicks(-1).AddDays(1))}: answers are followed for {input.Grace} days" : $"Answers were followed for {input.Grace} days");
        if (input.Rules is null)
            about.Add("Without rules: known defects and causes are not shown");
        return [.. about, .. input.Figures.Remarks];

        string Day(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, calendar.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static List<Highlight> Highlights(ReportInput input)
    {
        var now = FigureGroup.Sum(input.Figures.Cells);
        var before = FigureGroup.Sum(input.Baseline?.Cells ?? []);
        var change = new CountChange(before.Issues, input.Baseline?.Length ?? 1, now.Issues, input.Length);
        List<Highlight> highlights =
        [
            new("Issues", Cell.Number(now.Issues), input.Baseline is null ? "no baseline to compare with" : $"{Cell.Change(change).Text} a day against the baseline"),
        ];
        if (now.Decided > 0)
            highlights.Add(Of("Resolved by rule", counts => new Share(counts.Resolved, counts.Decided)));
        if (now.Followed > 0)
            highlights.Add(Of("Escalated", counts => new Share(counts.Escalated, counts.Followed)));
        if (now.Judged > 0)
            highlights.Add(Of("Reopened, of the judged answers", counts => new Share(counts.Reopened, counts.Judged)));
        if (now.Resolved > 0)
            highlights.Add(new("Time to resolution", Duration(now.Minutes / now.Resolved), $"mean, n = {Cell.Number(now.Resolved)}{(before.Resolved > 0 ? $"; baseline {Duration(before.Minutes / before.Resolved)}" : "")}"));
        if (input.Handling.MinutesOf(input.Figures.Cells) is { } minutes and > 0)
            highlights.Add(new("Time of people", Duration(minutes), $"for {Cell.Number(now.Handled)} issues, {Cell.Number(now.Timed)} of them measured"));
        return highlights;

        Highlight Of(string name, Func<FigureCounts, Share> share) => new(
            name,
            Cell.Percent(share(now).Value),
            $"{Cell.Percent(share(now).Lower)} to {Cell.Percent(share(now).Upper)}, n = {Cell.Number(share(now).Of)}{(share(before).Of > 0 ? $"; baseline {Cell.Rate(share(before)).Text}" : "")}");
    }

    private static string Duration(double minutes) =>
        minutes < 1 ? "under a minute"
        : minutes < 1.5 ? "1 minute"
        : minutes < 120 ? $"{Cell.Number(minutes)} minutes"
        : minutes < 48 * 60 ? $"{Cell.Number(minutes / 60, 1)} hours"
        : $"{Cell.Number(minutes / 60 / 24, 1)} days";
}
