using AutoResolve.Insights.Figures.Reporting.Sections;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What became of the issues of a month, in sentences that add up.</summary>
internal static class MonthFindings
{
    // Of fewer, how long nearly all took is chance.
    private const int MinAnswers = 10;

    // Of the groups, in their order.
    private static readonly (string One, string Several)[] Words =
    [
        ("was answered or fixed, and it held", "were answered or fixed, and it held"),
        ("was answered or fixed, and opened again", "were answered or fixed, and opened again"),
        ("was handed to people", "were handed to people"),
        ("was closed by the customer or needed nothing", "were closed by the customer or needed nothing"),
        ("is still open", "are still open"),
    ];

    /// <summary>All issues, by what became of them.</summary>
    public static IEnumerable<KeyFinding> Outcome(ReportInput input)
    {
        var cases = MonthSection.Cases(input);
        var counts = CaseGroup.All.Select(group => group.CountOf(cases)).ToList();
        var percents = WholePercents.Of(counts);
        var isOfFew = counts.Sum() < Lead.MinForPercents;
        var parts = Words
            .Select(
                (words, place) => (Count: counts[place], Words: counts[place] == 1 ? words.One : words.Several, Percent: percents[place])
            )
            .Where(part => part.Count > 0)
            .Select(part => (part.Count, part.Words, Share: isOfFew ? "" : $" ({Cell.Number(part.Percent)} %)"));
        if (counts.Sum() == 1)
            yield return new KeyFinding($"The one issue {parts.Single().Words}.", "month");
        else if (cases.Count > 0)
        {
            var listed = parts.Select(part => $"{Cell.Number(part.Count)} {part.Words}{part.Share}");
            yield return new KeyFinding($"Of {Cell.Issues(counts.Sum())}, {string.Join("; ", listed)}.", "month");
        }
    }

    /// <summary>What was asked, what answers saved, and what is not known yet.</summary>
    public static IEnumerable<KeyFinding> Others(ReportInput input) => [.. Asked(input), .. Saved(input), .. Open(input)];

    private static IEnumerable<KeyFinding> Asked(ReportInput input)
    {
        var asking = MonthSection.Asking(input);
        if (asking.Asked == 0)
            yield break;
        List<string> parts = [];
        if (asking.Answered > 0)
            parts.Add($"{Were(asking.Answered)} answered{Times(asking)}");
        if (asking.Unanswered > 0)
            parts.Add($"{Were(asking.Unanswered)} never answered");
        if (asking.Waiting > 0)
            parts.Add($"{Cell.Number(asking.Waiting)} may still be answered");
        yield return new KeyFinding($"Questions were asked in {Cell.Issues(asking.Asked)}: {string.Join("; ", parts)}.", "asking");
    }

    private static string Were(long count) => count == 1 ? "1 was" : $"{Cell.Number(count)} were";

    private static string Times(AskingCounts asking) =>
        asking.Minutes.Count < MinAnswers
            ? ""
            : $", half of them within {KeyFigures.Duration(asking.Within(0.5)!.Value)} and nine in ten within "
                + $"{KeyFigures.Duration(asking.Within(0.9)!.Value)}";

    private static IEnumerable<KeyFinding> Saved(ReportInput input)
    {
        var saved = input
            .Figures.Cells.Where(cell => cell.Counts.Resolved > 0)
            .GroupBy(cell => cell.Key.Tier)
            .Select(group => (Tier: group.Key, Issues: group.Sum(cell => cell.Counts.Resolved)))
            .OrderByDescending(tier => tier.Tier)
            .ToList();
        var named = saved
            .Where(tier => tier.Tier is not null)
            .Select(tier => $"{input.NameOfTier(tier.Tier!.Value)} {Cell.Issues(tier.Issues)}")
            .ToList();
        var unnamed = saved.Where(tier => tier.Tier is null).Sum(tier => tier.Issues);
        if (named.Count == 0)
            yield break;
        var others = unnamed > 0 ? $"; {Cell.Number(unnamed)} more were resolved without naming a tier" : "";
        yield return new KeyFinding($"Rules saved {string.Join(", ", named)}{others}.", "tiers");
    }

    private static IEnumerable<KeyFinding> Open(ReportInput input)
    {
        if (CaseGroup.Open.CountOf(MonthSection.Cases(input)) is > 0 and var open)
            yield return new KeyFinding(
                $"How much of people's time the {Cell.Issues(open)} still open will take is not known yet; none of them counts as saved.",
                "month"
            );
    }
}
