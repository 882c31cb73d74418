using System.Globalization;
using AutoResolve.Insights.Figures.Reporting.Sections;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Makes a report of counts.</summary>
internal static class ReportBuilder
{
    /// <param name="title">What it is of, such as <c>Support issues, October 2026</c>.</param>
    /// <param name="input">What it is made of.</param>
    /// <param name="missing">Names that the map lacks; null for none.</param>
    public static Report Build(string title, ReportInput input, Mapping.MapDraft? missing = null)
    {
        var (shares, movers, defects) = (ShareChange.Of(input), VolumeChange.Of(input), Defect.Of(input));
        List<ReportSection?> sections =
        [
            MonthSection.Of(input),
            MonthSection.OfAsking(input),
            SummarySection.Of(input, shares),
            MoversSection.Of(input, movers),
            DefectsSection.Of(input, defects),
            UnresolvedSection.Of(input),
            .. TierSections.Of(input),
            GroupSection.Of(input, Dimension.Type),
            input.Filter.Team is null ? GroupSection.Of(input, Dimension.Team) : null,
            GroupSection.Of(input, Dimension.Channel),
            GroupSection.Of(input, Dimension.Product),
            LanguageSection.Of(input),
            .. Dimension.Center.IsKnownIn(input.Figures.Cells) ? [GroupSection.Of(input, Dimension.Center)] : (ReportSection[])[],
            .. TimeSections.Of(input),
            RulesSection.Of(input),
            PracticesSection.Of(input),
            Definitions.Section(input.Grace),
        ];
        return new Report(
            title,
            About(input),
            Lead.Of(input),
            KeyFigures.Of(input),
            KeyFindings.Of(input, shares, movers, defects),
            [.. sections.OfType<ReportSection>()],
            input
        )
        {
            MissingNames = missing,
        };
    }

    private static List<string> About(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        List<string> about =
        [
            $"Issues first received from {Day(calendar.Period.From, calendar.Zone)} to "
                + $"{Day(calendar.Period.To.AddTicks(-1), calendar.Zone)}, {calendar.Zone.Id}",
        ];
        if (Partly(input) is { } partly)
            about.Add(partly);
        about.Add($"Source: {input.Source}");
        about.AddRange(input.Filter.Set.Select(entry => $"Only {entry.Name} {entry.Value}"));
        if (input.Filter.Team is { } name && input.Desk?.TeamOf(name) is { } team)
            about.Add(team.ToString());
        if (input.Baseline is { } baseline)
            about.AddRange(AboutBaseline(input, baseline));
        if (FigureGroup.Sum(input.Figures.Cells) is { Decided: > 0 } counts)
        {
            var final = ReopenWindow.FinalAt(calendar.Period.To, input.Grace);
            about.Add(
                input.Now < final
                    ? $"Not final before {Day(final.AddTicks(-1).AddDays(1), calendar.Zone)}: answers are followed "
                        + $"for {input.Grace} days, and {Cell.Number(counts.Pending)} are pending"
                    : $"Answers were followed for {input.Grace} days"
            );
        }

        if (input.HasDecisions && input.Rules is null)
            about.Add("Without rules: known defects and causes are not shown");
        return [.. about, .. input.Figures.Remarks];
    }

    private static IEnumerable<string> AboutBaseline(ReportInput input, Baseline baseline)
    {
        var period = input.Figures.Calendar.Period;
        var zone = baseline.Zone == input.Figures.Calendar.Zone.Id ? "" : $", {baseline.Zone}";
        yield return $"Baseline: {Cell.Number(FigureGroup.Sum(baseline.Cells).Issues)} issues from "
            + $"{Day(baseline.From, baseline.TimeZone)} to {Day(baseline.To.AddTicks(-1), baseline.TimeZone)}{zone}";
        if (baseline.From >= period.To)
            yield return "The baseline is later than this period";
        else if (period.From < baseline.To)
            yield return "The baseline overlaps this period, so some issues are compared with themselves";
        if (!baseline.IsFinal)
            yield return $"The baseline was frozen before it was final: {Cell.Number(FigureGroup.Sum(baseline.Cells).Pending)} "
                + $"of its answers were pending";
        if (input.ComparesPeopleWithRules)
            yield return $"The baseline comes from {Sources(baseline)}: what tickets call escalated, and their tiers, differ from those "
                + $"of rules and are not compared; all issues of a history went to a person or team";
        if (input.TypesInBaseline is { } share && share.Value < ReportInput.EnoughTypes)
        {
            var why = input.ComparesPeopleWithRules ? ", because rules name types differently from people" : "";
            yield return $"Only {Cell.Number(share.Hits)} of {Cell.Number(share.Of)} issues have types that occur in the baseline{why}: "
                + $"adjusted for mix, little can be compared";
        }
    }

    private static string Sources(Baseline baseline) =>
        baseline.HasDecisions ? "a journal, this period from a history" : "a history, this period from a journal";

    // Of which days issues are known, where that is not all.
    private static string? Partly(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var since = input.BeginsWithin ? $"Nothing is known before {Day(input.KnownSince, calendar.Zone)}" : null;
        var counted = input.Now < calendar.Period.To ? "Not over: counted until" : "Nothing is known after";
        var until = input.IsOver ? null : $"{counted} {Day(input.LastKnown, calendar.Zone)}";
        return since is null && until is null
            ? null
            : $"{string.Join(". ", new[] { since, until }.OfType<string>())}; compared as {Cell.Number(input.Length, 1)} days";
    }

    private static string Day(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
