using AutoResolve.Insights.Figures.Reporting.Sections;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The few figures to see first, for readers without statistics: intervals and tests are in the tables.</summary>
internal static class KeyFigures
{
    private const int OfTeams = 2;

    // Of fewer, a share says nothing.
    private const int Fewest = 10;

    public static IReadOnlyList<Highlight> Of(ReportInput input)
    {
        var now = FigureGroup.Sum(input.Figures.Cells);
        var before = FigureGroup.Sum(input.Baseline?.Cells ?? []);
        List<Highlight> highlights = [new("Issues", Cell.Number(now.Issues), Volume(input, now, before))];
        if (now.Decided >= Fewest)
        {
            highlights.Add(
                input.IsFinal
                    ? Of("resolved", CaseGroup.Held.Name, counts => new Proportion(counts.Resolved, counts.Decided))
                    : SoFar(input, now)
            );
            highlights.Add(Of("handled", "Took people's time", counts => new Proportion(counts.Handled, counts.Issues)));
        }

        if (now.Issues >= Fewest && input.Figures.Cells.Any(cell => cell.Key.Tier is not null))
            highlights.Add(Tiers(input));

        // The bar says it of cases.
        if (now.Followed >= Fewest && input.Figures.Cases.Count == 0)
            highlights.Add(
                Of(
                    "escalated",
                    now.Followed == now.Issues ? "Escalated" : $"Escalated, of the {Cell.Number(now.Followed)} for which this is known",
                    counts => new Proportion(counts.Escalated, counts.Followed)
                )
            );
        if (Reopened(MonthSection.Cases(input)) is { Of: >= Fewest } reopened)
            highlights.Add(Compared("Opened again, of what was answered or fixed", reopened, Reopened(input.Baseline?.Cases ?? [])));
        if (now.Resolved > 0)
            highlights.Add(
                new("Time to an answer that held", MeanTime(now), $"on average, for {Cell.Issues(now.Resolved)}{BaselineTime(before)}")
            );
        if (input.Handling.Of(input.Figures.Cells) is { Issues: > 0, Minutes: > 0 } work)
            highlights.Add(new("People's time", Duration(work.Minutes, inDays: false), Known(input, work)));
        return highlights;

        Highlight Of(string key, string name, Func<FigureCounts, Proportion> share) =>
            Compared(name, share(now), ShareChange.Comparable(input, key) ? share(before) : default);
    }

    private static string MeanTime(FigureCounts counts) => Duration(counts.Minutes / counts.Resolved);

    private static string BaselineTime(FigureCounts before) =>
        before.Resolved == 0 ? "" : $"; baseline {MeanTime(before)}, for {Cell.Number(before.Resolved)}";

    private static Highlight Compared(string name, Proportion now, Proportion before)
    {
        var baseline = before.Of == 0 ? "" : $"; baseline {Cell.Percent(before.Value)}, {Hits(before)}";
        return new Highlight(name, Cell.Percent(now.Value), Hits(now) + baseline);
    }

    private static string Hits(Proportion share) => $"{Cell.Number(share.Hits)} of {Cell.Number(share.Of)}";

    // Of the answers of which it is known.
    private static Proportion Reopened(IReadOnlyList<CaseCell> cases)
    {
        var reopened = CaseGroup.Reopened.CountOf(cases);
        return new Proportion(reopened, reopened + CaseGroup.Held.CountOf(cases));
    }

    // Once all is decided, only the answers that wait can be resolved too; before that, any issue.
    private static Highlight SoFar(ReportInput input, FigureCounts now)
    {
        var share = new Proportion(now.Resolved, now.Decided);
        var note = input.IsSettled ? CanRise(now) : $"{Pending(now)}, and issues of the last {Days(input.Grace)} can still be answered";
        return new Highlight(CaseGroup.Held.Name, Cell.Percent(share.Value), $"so far: {Hits(share)}{note}");
    }

    private static string CanRise(FigureCounts now) =>
        now.Pending == 0
            ? ""
            : $"{Pending(now)}, so this can rise to {Cell.Percent(new Proportion(now.Resolved + now.Pending, now.Decided).Value)}";

    private static string Pending(FigureCounts now) =>
        now.Pending == 1 ? "; 1 answer is not yet certain" : $"; {Cell.Number(now.Pending)} answers are not yet certain";

    private static string Days(int count) => count == 1 ? "day" : $"{count} days";

    // That no tier is named says something of a rule, of a ticket nothing.
    private static Highlight Tiers(ReportInput input)
    {
        var (now, before) = (Of(input.Figures.Cells), Of(input.Baseline?.Cells ?? []));
        var isOfAll = now.Of == input.Figures.Cells.Sum(cell => cell.Counts.Issues);
        return Compared(
            isOfAll ? "Reached tier 2 or 3" : $"Reached tier 2 or 3, of the {Cell.Number(now.Of)} for which it is known",
            now,
            input.CanCompareTiers ? before : default
        );

        Proportion Of(IReadOnlyList<FigureCell> cells) =>
            new(
                cells.Where(cell => cell.Key.Tier >= OfTeams).Sum(cell => cell.Counts.Handled),
                cells.Where(cell => input.HasDecisions || cell.Key.Tier is not null).Sum(cell => cell.Counts.Issues)
            );
    }

    private static string Volume(ReportInput input, FigureCounts now, FigureCounts before)
    {
        if (input.Baseline is not { } baseline)
            return "no baseline to compare with";
        return $"{Cell.Number(now.Issues / input.Length, 1)} a day; baseline {Cell.Number(before.Issues / baseline.Length, 1)} a day";
    }

    private static string Known(ReportInput input, HandleTimeTotal work)
    {
        var known = $"for {Cell.Issues(work.Issues)}, {Source(work)}";
        if (work.Unknown > 0)
            known += $"; not known for {Cell.Number(work.Unknown)} more";
        if (CaseGroup.Open.CountOf(MonthSection.Cases(input)) is > 0 and var open)
            known += $"; {Cell.Number(open)} still open are not included";
        return known;
    }

    private static string Source(HandleTimeTotal work)
    {
        if (work.Measured == work.Issues)
            return "measured";
        return work.Measured == 0 ? "estimated" : $"measured for {Cell.Number(work.Measured)}, estimated for the others";
    }

    /// <summary>A time in words.</summary>
    public static string Duration(double minutes, bool inDays = true) =>
        minutes switch
        {
            < 1 => "under a minute",
            < 1.5 => "1 minute",
            < 120 => $"{Cell.Number(minutes)} minutes",
            >= 48 * 60 when inDays => $"{Cell.Number(minutes / 60 / 24, 1)} days",
            < 6000 => $"{Cell.Number(minutes / 60, 1)} hours",
            _ => $"{Cell.Number(minutes / 60)} hours",
        };
}
