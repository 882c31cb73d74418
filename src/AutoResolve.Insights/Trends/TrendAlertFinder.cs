using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Trends;

/// <summary>
/// Finds types whose issues come more often than before, by <see cref="SignificanceTest.AtLeast"/>, corrected for the number of types.
/// </summary>
/// <remarks>Przyborowski and Wilenski, Homogeneity of Results in Testing Samples from Poisson Series, 1940.</remarks>
internal sealed class TrendAlertFinder(TimeSpan period, int fewest, int fewestADay, SupportDesk? desk)
{
    private const double Significant = 0.05;

    /// <summary>A day is a burst when it has so many times what a day usually has.</summary>
    private const double Burst = 3;

    /// <param name="issues">Dated issues with a type each; whether the type is a topic; whether a rule resolves it.</param>
    /// <returns>The types that rise, the least likely chance first.</returns>
    public IReadOnlyList<TrendAlert> Find(IReadOnlyList<(PastIssue Issue, string Type, bool IsTopic, bool IsResolved)> issues)
    {
        var dated = issues.Where(entry => entry.Issue.Date is not null).ToList();
        if (dated.Count == 0)
            throw new HistoryException(
                "No issue has a date that could be read, so nothing can be said of trends. Say which column holds it with --column "
                    + "date=NAME, or, where all dates are like 3/4/2026, which of the two is the month with --day-first or --month-first."
            );
        var end = dated.Max(entry => entry.Issue.Date!.Value);
        var start = dated.Min(entry => entry.Issue.Date!.Value);
        var cut = end - period;
        var before = cut - start;
        if (before <= TimeSpan.Zero)
            throw new HistoryException(
                $"The history spans {(end - start).TotalDays:0} days, no longer than the period of "
                    + $"{period.TotalDays:0} days that is compared with the time before. Give fewer --days."
            );
        var share = period / (period + before);
        var rises = dated
            .GroupBy(entry => (entry.Type, entry.IsTopic))
            .Select(group =>
            {
                var lately = group.Where(entry => entry.Issue.Date > cut).ToList();
                var total = group.Count();
                var most = lately.Count == 0 ? 0 : lately.CountBy(entry => entry.Issue.Date!.Value.UtcDateTime.Date).Max(day => day.Value);
                var team = lately
                    .Select(entry => entry.Issue.Team)
                    .OfType<string>()
                    .CountBy(name => name)
                    .OrderByDescending(entry => entry.Value)
                    .Select(entry => entry.Key)
                    .FirstOrDefault();
                return new TrendAlert(
                    group.Key.Type,
                    group.Key.IsTopic,
                    lately.Count,
                    (total - lately.Count) * (period / before),
                    most,
                    SignificanceTest.AtLeast(lately.Count, total, share),
                    desk?.PriorityOf(new IssueLoad(group.Key.Type, team, lately.Count, most, lately.Exists(entry => entry.IsResolved)))
                );
            })
            .OrderBy(rise => rise.P)
            .ToList();
        return
        [
            .. rises
                .Zip(SignificanceTest.Corrected([.. rises.Select(rise => rise.P)]), (rise, p) => rise with { P = p })
                .Where(rise =>
                    (rise.P <= Significant && rise.Lately >= fewest)
                    || (rise.MaxADay >= fewestADay && rise.MaxADay >= Burst * rise.Expected / period.TotalDays)
                ),
        ];
    }
}
