using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Trends;

/// <summary>Finds the types of issues that come more often than before, and groups of issues that no rule resolves.</summary>
public static class TrendFinder
{
    private const int UsualReports = 5;
    private const int UsualReportsADay = 10;
    private const int UsualDays = 30;
    private const int MinForTopics = 10;

    /// <summary>Looks for them. Keeps a text of at most 4,000 characters of each issue that has no type, and of the others none.</summary>
    /// <param name="issues">The issues, in any order.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">No issue has a date, or they span less than the period. Says what to do.</exception>
    public static async Task<TrendReport> FindAsync(
        IAsyncEnumerable<PastIssue> issues,
        TrendOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(issues);
        options ??= new TrendOptions();
        var rulebook = options.Rulebook;
        var (count, undated) = (0, 0);
        var typed = new List<(PastIssue, string, bool, bool)>();
        var others = new List<PastIssue>();
        await foreach (var issue in issues.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            undated += issue.Date is null ? 1 : 0;
            var resolution = rulebook is null ? null : RuleEvaluation.Resolve(rulebook, issue.ToIssue());
            var isResolved = resolution is null ? issue.WasResolved() ?? false : resolution.Outcome != Outcome.Escalated;
            var type = issue.Label ?? (isResolved ? resolution?.Type : null) ?? issue.Type;
            if (type is not null)
            {
                var dated = issue with { Text = "", Turns = [], Fields = new Dictionary<string, string>(), Answer = null };
                typed.Add((dated, type, false, isResolved));
            }

            if (!isResolved && (rulebook is not null || type is null))
                others.Add(issue.AsText());
        }

        if (others.Count >= MinForTopics)
            typed.AddRange(
                new TopicFinder(new MiningOptions()).Label(others, cancellationToken).Select(issue => (issue, issue.Label!, true, false))
            );
        var trend = rulebook?.Desk?.Trend;
        var period = options.Period ?? trend?.Within ?? TimeSpan.FromDays(UsualDays);
        return new TrendReport(
            period,
            count,
            undated,
            new TrendAlertFinder(period, trend?.Reports ?? UsualReports, UsualReportsADay, rulebook?.Desk).Find(typed)
        );
    }
}
