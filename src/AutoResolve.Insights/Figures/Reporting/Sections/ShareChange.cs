using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>A share of the issues, now and in the baseline.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Change">Both.</param>
/// <param name="CanCompare">Whether they can be compared.</param>
/// <param name="P">How likely the difference is by chance, corrected for all shares.</param>
/// <param name="AdjustedP">The same of the difference within types.</param>
internal sealed record ShareChange(string Key, string Name, RateChange Change, bool CanCompare, double P, double AdjustedP)
{
    /// <summary>The share of the issues that reached <see cref="ProductTier"/>.</summary>
    public const string ProductTeamsKey = "productTeams";

    /// <summary>The tier of those who own a product.</summary>
    public const int ProductTier = 3;

    private static readonly (string Key, string Name, Func<FigureCounts, Proportion> Share)[] Rates =
    [
        ("answered", "Answered by rule", counts => new Proportion(counts.Answered, counts.Decided)),
        ("resolved", "Resolved by rule", counts => new Proportion(counts.Resolved, counts.Decided)),
        ("confirmed", "Confirmed, of the resolved", counts => new Proportion(counts.Confirmed, counts.Resolved)),
        ("assumed", "Assumed, of the resolved", counts => new Proportion(counts.Assumed, counts.Resolved)),
        ("unseen", "Requester not known, of the assumed", counts => new Proportion(counts.Unseen, counts.Assumed)),
        ("reopened", "Reopened, of the judged", counts => new Proportion(counts.Reopened, counts.Judged)),
        ("pending", "Pending, of the answered", counts => new Proportion(counts.Pending, counts.Answered)),
        ("handled", "To a person or team", counts => new Proportion(counts.Handled, counts.Issues)),
        ("escalated", "Escalated", counts => new Proportion(counts.Escalated, counts.Followed)),
        ("routed", "Routed to a team", counts => new Proportion(counts.Routed, counts.Decided)),
        ("asked", "Asked for what is missing", counts => new Proportion(counts.Asked, counts.Decided)),
        ("ignored", "Nothing to be done", counts => new Proportion(counts.Ignored, counts.Decided)),
        ("unfinished", "Begun and not finished", counts => new Proportion(counts.Unfinished, counts.Decided)),
        ("firstContact", "First-contact share", counts => new Proportion(counts.FirstContact, counts.Decided)),
        ("withinHour", "Resolved within an hour, of the resolved", counts => new Proportion(counts.WithinHour, counts.Resolved)),
        ("withinDay", "Resolved within a day, of the resolved", counts => new Proportion(counts.WithinDay, counts.Resolved)),
    ];

    // What an issue that is not old enough yet would change, and what an answer would: compared only once they are.
    private static readonly string[] AwaitFollowUp = ["answered", "handled", "escalated", "routed", "asked", "ignored", "unfinished"];
    private static readonly string[] AwaitGrace = ["resolved", "pending", "firstContact"];

    /// <summary>All that anything is known of.</summary>
    public static IReadOnlyList<ShareChange> Of(ReportInput input)
    {
        // To people went all issues of a history.
        var shares = Rates
            .Where(rate => rate.Key != "handled" || input.HasDecisions || input.ComparesPeopleWithRules)
            .Select(rate =>
                (rate.Key, rate.Name, Change: ChangeOf(input, cell => rate.Share(cell.Counts)), CanCompare: Comparable(input, rate.Key))
            )
            .Concat(ProductTeams(input))
            .Where(share => share.Change is not { Now.Of: 0, Before.Of: 0 })
            .ToList();
        var raw = SignificanceTest.Corrected([.. shares.Select(share => share.CanCompare ? share.Change.RawP : double.NaN)]);
        var adjusted = SignificanceTest.Corrected([.. shares.Select(share => share.CanCompare ? share.Change.AdjustedP : double.NaN)]);
        return
        [
            .. shares.Select(
                (share, place) => new ShareChange(share.Key, share.Name, share.Change, share.CanCompare, raw[place], adjusted[place])
            ),
        ];
    }

    /// <summary>Whether a share can be compared with the baseline: it means the same there, and nothing can change it any more.</summary>
    public static bool Comparable(ReportInput input, string key) =>
        input.Baseline is { } baseline
        && !(key == "escalated" && input.ComparesPeopleWithRules)
        && (key != ProductTeamsKey || input.CanCompareTiers)
        && ((input.IsSettled && baseline.IsSettled) || !AwaitFollowUp.Contains(key))
        && ((input.IsFinal && baseline.IsFinal) || !AwaitGrace.Contains(key));

    // Where no issue names a tier, nothing is said of product teams.
    private static IEnumerable<(string Key, string Name, RateChange Change, bool CanCompare)> ProductTeams(ReportInput input) =>
        input.Figures.Cells.Any(cell => cell.Key.Tier is not null)
            ?
            [
                (
                    ProductTeamsKey,
                    $"Reached {input.NameOfTier(ProductTier)}",
                    ChangeOf(input, cell => new Proportion(cell.Key.Tier == ProductTier ? cell.Counts.Handled : 0, cell.Counts.Issues)),
                    Comparable(input, ProductTeamsKey)
                ),
            ]
            : [];

    private static RateChange ChangeOf(ReportInput input, Func<FigureCell, Proportion> share) =>
        new(FigureGroup.ByType(input.Baseline?.Cells, share), FigureGroup.ByType(input.Figures.Cells, share));
}
