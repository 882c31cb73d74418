using System.Globalization;
using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Figures.Reporting.Sections;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Makes a report of counts.</summary>
internal static class ReportBuilder
{
    // Below it, a comparison by type says more of how types were named than of issues.
    private const double EnoughTypes = 0.5;

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
        List<string> about = [$"Issues that first came from {Day(calendar.Period.From, calendar.Zone)} to {Day(calendar.Period.To.AddTicks(-1), calendar.Zone)}, {calendar.Zone.Id}"];
        if (input.BeginsWithin || !input.IsOver)
        {
            var since = input.BeginsWithin ? $"Nothing is known before {Day(input.KnownSince, calendar.Zone)}" : null;
            var until = input.IsOver ? null : $"{(since is null ? "Not" : " and not")} over: counted until {Day(input.LastKnown, calendar.Zone)}";
            about.Add($"{since}{until}{(input.IsOver ? ":" : ", and")} compared as {Cell.Number(input.Length, 1)} days");
        }

        about.Add($"Source: {input.Source}");
        about.AddRange(input.Filter.Set.Select(entry => $"Only {entry.Name} {entry.Value}"));
        if (input.Baseline is { } baseline)
            about.AddRange(AboutBaseline(input, baseline));
        if (FigureGroup.Sum(input.Figures.Cells) is { Decided: > 0 } counts)
        {
            var final = calendar.Period.To.AddDays(2 * input.Grace);
            about.Add(input.Now < final
                ? $"Not final before {Day(final.AddTicks(-1).AddDays(1), calendar.Zone)}: answers are followed for {input.Grace} days, and {Cell.Number(counts.Pending)} are pending"
                : $"Answers were followed for {input.Grace} days");
        }

        if (input.Rules is null)
            about.Add("Without rules: known defects and causes are not shown");
        return [.. about, .. input.Figures.Remarks];
    }

    private static IEnumerable<string> AboutBaseline(ReportInput input, Baseline baseline)
    {
        var period = input.Figures.Calendar.Period;
        yield return $"Baseline: {Cell.Number(FigureGroup.Sum(baseline.Cells).Issues)} issues from {Day(baseline.From, baseline.TimeZone)} to {Day(baseline.To.AddTicks(-1), baseline.TimeZone)}{(baseline.Zone == input.Figures.Calendar.Zone.Id ? "" : $", {baseline.Zone}")}";
        if (baseline.From >= period.To)
            yield return "The baseline lies after this time";
        else if (period.From < baseline.To)
            yield return "The baseline overlaps this time, so that issues are in part compared with themselves";
        if (FigureGroup.Sum(baseline.Cells).Pending is > 0 and var pending)
            yield return $"The baseline was frozen before it was final: {Cell.Number(pending)} of its answers were pending";
        if (input.TypesInBaseline is { } share && share.Value < EnoughTypes)
            yield return $"Only {Cell.Number(share.Hits)} of {Cell.Number(share.Of)} issues are of types that the baseline knows, as when people named the types of one of them and rules those of the other: by type, and adjusted for mix, little can be compared";
    }

    private static List<Highlight> Highlights(ReportInput input)
    {
        var now = FigureGroup.Sum(input.Figures.Cells);
        var before = FigureGroup.Sum(input.Baseline?.Cells ?? []);
        List<Highlight> highlights = [new("Issues", Cell.Number(now.Issues), Volume(input, now, before))];
        if (now.Decided > 0)
        {
            highlights.Add(now.Pending == 0
                ? Of("Resolved by rule", counts => new Share(counts.Resolved, counts.Decided), compares: before.Pending == 0)
                : new("Resolved by rule", Cell.Percent(new Share(now.Resolved, now.Decided).Value), $"so far: {Cell.Percent(new Share(now.Resolved, now.Decided).Lower)} to {Cell.Percent(new Share(now.Resolved, now.Decided).Upper)}, n = {Cell.Number(now.Decided)}; {Cell.Number(now.Pending)} answers are pending, so that it can rise to {Cell.Percent(new Share(now.Resolved + now.Pending, now.Decided).Value)}"));
        }

        if (now.Followed > 0)
            highlights.Add(Of("Escalated", counts => new Share(counts.Escalated, counts.Followed)));
        if (now.Judged > 0)
            highlights.Add(Of("Reopened, of the judged answers", counts => new Share(counts.Reopened, counts.Judged)));
        if (now.Resolved > 0)
            highlights.Add(new("Time to resolution", Duration(now.Minutes / now.Resolved), $"mean, n = {Cell.Number(now.Resolved)}{(before.Resolved > 0 ? $"; baseline {Duration(before.Minutes / before.Resolved)}, n = {Cell.Number(before.Resolved)}" : "")}"));
        if (input.Handling.MinutesOf(input.Figures.Cells) is { } minutes and > 0)
            highlights.Add(new("Time of people", minutes < 120 ? Duration(minutes) : $"{Cell.Number(minutes / 60, minutes < 6000 ? 1 : 0)} hours", now.Timed == 0 ? $"estimated, n = {Cell.Number(now.Handled)}" : $"n = {Cell.Number(now.Handled)}, measured of {Cell.Number(now.Timed)}"));
        return highlights;

        Highlight Of(string name, Func<FigureCounts, Share> share, bool compares = true) => new(
            name,
            Cell.Percent(share(now).Value),
            $"{Cell.Percent(share(now).Lower)} to {Cell.Percent(share(now).Upper)}, n = {Cell.Number(share(now).Of)}{(compares && share(before).Of > 0 ? $"; baseline {Cell.Rate(share(before)).Text}" : "")}");
    }

    private static string Volume(ReportInput input, FigureCounts now, FigureCounts before)
    {
        if (input.Baseline is not { } baseline)
            return "no baseline to compare with";
        var change = new CountChange(before.Issues, baseline.Length, now.Issues, input.Length);
        return $"{Cell.Number(now.Issues / input.Length, 1)} a day; baseline {Cell.Number(before.Issues / baseline.Length, 1)} a day{(now.Issues == 0 || before.Issues == 0 ? "" : $": {Cell.Change(change).Text}")}";
    }

    private static string Day(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Duration(double minutes) =>
        minutes < 1 ? "under a minute"
        : minutes < 1.5 ? "1 minute"
        : minutes < 120 ? $"{Cell.Number(minutes)} minutes"
        : minutes < 48 * 60 ? $"{Cell.Number(minutes / 60, 1)} hours"
        : $"{Cell.Number(minutes / 60 / 24, 1)} days";
}
