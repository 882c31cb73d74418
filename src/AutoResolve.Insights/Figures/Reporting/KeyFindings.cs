using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Figures.Reporting.Sections;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The report in a few sentences: more or fewer than before, what stands out, what to do next.</summary>
internal static class KeyFindings
{
    private const int MaxNamed = 3;

    // From so many a day on, a tenth says something.
    private const double Few = 0.5;

    // Below, a tenth of an issue that was to be expected says something.
    private const double Round = 10;
    private const double Unlikely = 0.05;
    private const double VeryUnlikely = 0.01;

    // Of fewer issues, a share of them says nothing.
    private const int MinShared = 10;

    // Less than a fifth less, or a quarter more.
    private const double MinSimilarity = 0.8;

    public static IReadOnlyList<KeyFinding> Of(
        ReportInput input,
        IReadOnlyList<ShareChange> shares,
        IReadOnlyList<VolumeChange> movers,
        IReadOnlyList<Defect> defects
    )
    {
        var now = FigureGroup.Sum(input.Figures.Cells);
        var before = FigureGroup.Sum(input.Baseline?.Cells ?? []);
        if (now.Issues + before.Issues == 0)
            return [new KeyFinding("No issues came in.")];
        return
        [
            new KeyFinding(Volume(input, now, before), input.Baseline is null ? null : "types"),
            .. MonthFindings.Outcome(input),
            .. input.HasDecisions
                ? Share(input, shares, "handled", "took people's time")
                : Share(input, shares, "escalated", "were escalated"),
            .. Share(input, shares, ShareChange.ProductTeamsKey, $"reached {input.NameOfTier(ShareChange.ProductTier)}"),
            .. Share(input, shares, "resolved", "were answered or fixed, and it held,"),
            .. MonthFindings.Others(input),
            .. Moved(movers),
            .. Busy(input),
            .. defects
                .Take(1)
                .Select(defect => new KeyFinding(
                    $"To fix first: {defect.Name} ({defect.Teams}), {Cell.Issues(defect.Counts.Issues)}{Minutes(defect.Work)}.",
                    "defects"
                )),
            .. Unresolved(input),
        ];
    }

    private static string Volume(ReportInput input, FigureCounts now, FigureCounts before)
    {
        if (input.Baseline is not { } baseline)
            return $"{Cell.Issues(now.Issues)} came in, {Rate(now.Issues, input.Length)}.";
        var change = new CountChange(before.Issues, baseline.Length, now.Issues, input.Length);
        var rates = $"{Rate(now.Issues, input.Length)}, compared with {Rate(before.Issues, baseline.Length)} before";
        if (change.P < Unlikely)
        {
            var more = now.Issues > change.Expected ? "More" : "Fewer";
            var by = before.Issues > 0 && now.Issues > 0 ? $" ({Cell.Signed(change.Ratio - 1)} %)" : "";
            return $"{more} issues came in than in the baseline: {rates}{by}; {Words(change.P)}.";
        }

        return change.Lower >= MinSimilarity && change.Upper <= 1 / MinSimilarity
            ? $"About as many issues came in as in the baseline: {rates}; {Words(change.P)}."
            : $"It is not clear whether more or fewer issues came in than in the baseline: {rates}; {Words(change.P)}.";
    }

    private static IEnumerable<KeyFinding> Share(ReportInput input, IReadOnlyList<ShareChange> shares, string key, string what)
    {
        if (shares.FirstOrDefault(share => share.Key == key) is not { Change: { Now.Of: > 0 } change } share)
            yield break;

        // Without a comparison it would say again what became of the issues.
        if (key == "resolved" && change.Before.Of == 0 && input.Figures.Cases.Count > 0)
            yield break;
        if (change.Before.Of == 0 || !share.CanCompare || double.IsNaN(share.P))
        {
            if (change.Now.Of < MinShared)
                yield break;
            var known = change.Now.Of < FigureGroup.Sum(input.Figures.Cells).Issues ? " for which this is known" : "";
            yield return new KeyFinding($"{Of(change.Now)} issues{known} {what.TrimEnd(',')}{SoFar(input, key)}.", "summary");
        }
        else if (share.P >= Unlikely)
            yield return new KeyFinding(
                $"{Of(change.Now)} issues {what.TrimEnd(',')}{SoFar(input, key)}, compared with "
                    + $"{Of(change.Before)} in the baseline. The difference may be due to chance.",
                "summary"
            );
        else
            yield return new KeyFinding(
                $"{(change.Raw.Value > 0 ? "More" : "Fewer")} issues {what} than in the baseline: "
                    + $"{Of(change.Now)} instead of {Of(change.Before)}. {Sentence(share)}",
                "summary"
            );
    }

    private static string SoFar(ReportInput input, string key)
    {
        var isEarly = key == "resolved" ? !input.IsFinal : !input.IsSettled;
        return isEarly ? " so far" : "";
    }

    // Where rare types or easy ones have become more, all may change while nothing has.
    private static string Sentence(ShareChange share)
    {
        var isOfMix = !(share.AdjustedP < Unlikely && Math.Sign(share.Change.Adjusted.Value) == Math.Sign(share.Change.Raw.Value));
        var very = share.P < VeryUnlikely ? "very " : "";
        var mix = isOfMix ? ", but within the same types no change is certain" : "";
        return $"This is {very}unlikely to be due to chance{mix}.";
    }

    private static string Of(Measuring.Proportion share) => $"{Cell.Number(share.Hits)} of {Cell.Number(share.Of)}";

    private static string Minutes(HandleTimeTotal work) =>
        work is { Unknown: 0, Minutes: > 0 } ? $", {Cell.Number(work.Minutes)} minutes of people's time" : "";

    // What is said of a type need not be said of its topic and team again.
    private static IEnumerable<KeyFinding> Moved(IReadOnlyList<VolumeChange> movers)
    {
        var moved = movers.Where(mover => mover.Dimension == Dimension.Type).ToList();
        if (moved.Count == 0)
            moved = [.. movers.Where(mover => mover.Dimension == movers[0].Dimension)];
        if (Names(moved.Where(mover => mover.Difference > 0)) is { Length: > 0 } more)
            yield return new KeyFinding($"More than expected: {more}.", "movers");
        if (Names(moved.Where(mover => mover.Difference < 0)) is { Length: > 0 } fewer)
            yield return new KeyFinding($"Fewer than expected: {fewer}.", "movers");

        static string Names(IEnumerable<VolumeChange> some) =>
            string.Join(
                ", ",
                some.Take(MaxNamed)
                    .Select(mover => $"{Name(mover.Name)} ({Cell.Number(mover.Change.Now)} instead of {Expected(mover.Change)})")
            );
    }

    private static string Expected(CountChange change)
    {
        if (change.Before == 0)
            return "none";
        var decimals = change.Expected < Round ? 1 : 0;
        return $"about {Cell.Number(change.Expected, decimals)}";
    }

    private static IEnumerable<KeyFinding> Busy(ReportInput input)
    {
        if (BusyDays.Of(input) is { } busy)
            yield return new KeyFinding(
                $"Far more issues than usual came in on {busy.Words()}: up to {Cell.Number(busy.Most)} a day, "
                    + $"compared with {Cell.Number(busy.Usual, 1)} on other days.",
                "days"
            );
    }

    private static IEnumerable<KeyFinding> Unresolved(ReportInput input)
    {
        var types = UnresolvedSection.Groups(input).Take(MaxNamed).ToList();
        if (types.Count > 0)
            yield return new KeyFinding($"To automate first: {string.Join(", ", types.Select(Describe))}.", "unresolved");

        string Describe(FigureGroup group) =>
            $"{Name(group.Name)} ({Cell.Issues(group.Now.Unresolved)} that no rule resolved{Minutes(input.Handling.Of(group.Cells))})";
    }

    private static string Name(string type) => type == FigureKey.UnknownType ? "unknown type" : type;

    private static string Words(double p) =>
        p switch
        {
            < VeryUnlikely => "this is very unlikely to be due to chance",
            < Unlikely => "this is unlikely to be due to chance",
            _ => "the difference may be due to chance",
        };

    private static string Rate(long issues, double days) => issues == 0 ? "none" : PerDay(issues / days);

    private static string PerDay(double number) =>
        number >= Few ? $"{Cell.Number(number, 1)} a day" : $"{Cell.Number(30 * number, 1)} in 30 days";
}
