using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Figures.Reporting.Sections;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The report in a few sentences: more or fewer than before, what stands out, what to do next.</summary>
internal static class Findings
{
    private const int MostNamed = 3;
    private const double Unlikely = 0.05;
    private const double VeryUnlikely = 0.01;

    public static IReadOnlyList<Finding> Of(ReportInput input, IReadOnlyList<Mover> movers, IReadOnlyList<Defect> defects)
    {
        var now = FigureGroup.Sum(input.Figures.Cells);
        var before = FigureGroup.Sum(input.Baseline?.Cells ?? []);
        if (now.Issues == 0)
            return [new Finding(before.Issues == 0 ? "No issue came." : $"No issue came; in the baseline {PerDay(before.Issues / input.Baseline!.Length)}.")];
        return
        [
            new Finding(Volume(input, now, before), input.Baseline is null ? null : "types"),
            .. Share(input, "resolved", "Rules resolved", new Share(now.Resolved, now.Decided), new Share(before.Resolved, before.Decided)),
            .. input.HasDecisions
                ? Share(input, "handled", "To a person or team went", new Share(now.Handled, now.Issues), new Share(before.Handled, before.Issues))
                : Share(input, "escalated", "Escalated were", new Share(now.Escalated, now.Followed), new Share(before.Escalated, before.Followed)),
            .. Moved(movers),
            .. Busy(input),
            .. defects.Take(1).Select(defect => new Finding($"To mend first: {defect.Name} ({defect.Teams}), {Plural(defect.Counts.Issues)}{(defect.Work is { Issues: > 0, Minutes: > 0 } ? $" and {Cell.Number(defect.Work.Minutes)} minutes of people" : "")}.", "defects")),
            .. Unresolved(input),
        ];
    }

    private static string Volume(ReportInput input, FigureCounts now, FigureCounts before)
    {
        if (input.Baseline is not { } baseline || before.Issues == 0)
            return $"{Plural(now.Issues)} came, {PerDay(now.Issues / input.Length)}.";
        var change = new CountChange(before.Issues, baseline.Length, now.Issues, input.Length);
        return change.P < Unlikely
            ? $"{(change.Ratio > 1 ? "More" : "Fewer")} issues came than in the baseline: {PerDay(now.Issues / input.Length)}, before {PerDay(before.Issues / baseline.Length)} ({Cell.Signed(change.Ratio - 1)} %); {Words(change.P)}."
            : $"About as many issues came as in the baseline: {PerDay(now.Issues / input.Length)}, before {PerDay(before.Issues / baseline.Length)}; {Words(change.P)}.";
    }

    private static IEnumerable<Finding> Share(ReportInput input, string key, string what, Share now, Share before)
    {
        if (now.Of == 0)
            yield break;
        if (before.Of == 0 || !SummarySection.CanCompare(input, key))
        {
            yield return new Finding($"{what} {Cell.Percent(now.Value)} of the issues{(input.IsFinal || key != "resolved" ? "" : " so far")}.", "summary");
            yield break;
        }

        var change = SummarySection.ChangeOf(input, key);
        var p = change.RawP;

        // Where rare types or easy ones have become more, all may change while nothing has.
        var isOfMix = p < Unlikely && !(change.AdjustedP < Unlikely && Math.Sign(change.Adjusted.Value) == Math.Sign(change.Raw.Value));
        yield return new Finding(
            $"{what} {Cell.Percent(now.Value)} of the issues, in the baseline {Cell.Percent(before.Value)}: {(p >= Unlikely ? "" : now.Value > before.Value ? "more, and " : "fewer, and ")}{Words(p)}{(isOfMix ? ", but within the same types no change is sure" : "")}.",
            "summary");
    }

    // What is said of a type need not be said of its topic and team again.
    private static IEnumerable<Finding> Moved(IReadOnlyList<Mover> movers)
    {
        var told = movers.Where(mover => mover.Dimension == Dimension.Type).ToList();
        if (told.Count == 0)
            told = [.. movers.Where(mover => mover.Dimension == movers[0].Dimension)];
        if (Names(told.Where(mover => mover.Difference > 0)) is { Length: > 0 } more)
            yield return new Finding($"More came of: {more}.", "movers");
        if (Names(told.Where(mover => mover.Difference < 0)) is { Length: > 0 } fewer)
            yield return new Finding($"Fewer came of: {fewer}.", "movers");

        static string Names(IEnumerable<Mover> some) => string.Join(", ", some.Take(MostNamed).Select(mover => $"{(mover.Name == FigureKey.UnknownType ? "unknown type" : mover.Name)} ({Cell.Number(mover.Change.Now)}, expected {Cell.Number(mover.Change.Expected, 1)})"));
    }

    private static IEnumerable<Finding> Busy(ReportInput input)
    {
        if (BusyDays.Of(input) is { } busy)
            yield return new Finding($"Far more than usual came on {busy.Words()}: up to {Cell.Number(busy.Most)} a day, on other days {Cell.Number(busy.Usual, 1)}.", "days");
    }

    private static IEnumerable<Finding> Unresolved(ReportInput input)
    {
        var types = input.HasDecisions ? UnresolvedSection.Groups(input).Where(group => group.Name != FigureKey.UnknownType).Take(MostNamed).ToList() : [];
        if (types.Count > 0)
            yield return new Finding($"Most that no rule resolved: {string.Join(", ", types.Select(group => $"{group.Name} ({Cell.Number(group.Now.Unresolved)} of {Cell.Number(group.Now.Issues)})"))}.", "unresolved");
    }

    private static string Words(double p) => p < VeryUnlikely ? "that is very unlikely to be chance" : p < Unlikely ? "that is unlikely to be chance" : "the difference may be chance";

    private static string PerDay(double number) => $"{Cell.Number(number, 1)} a day";

    private static string Plural(long issues) => issues == 1 ? "1 issue" : $"{Cell.Number(issues)} issues";
}
