using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Backtesting;

/// <summary>Says what rules would have done with past issues, and how often people did the same.</summary>
public static class Backtest
{
    /// <summary>Runs the rules over the issues one after the other, and keeps none. No facts are looked up.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <param name="issues">The issues, in any order.</param>
    /// <param name="withMisses">
    /// Whether issues that nothing decided are grouped by the condition that failed, which costs an explanation each, of at most 20,000.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<BacktestReport> RunAsync(
        Rulebook rulebook,
        IAsyncEnumerable<PastIssue> issues,
        bool withMisses = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(issues);
        var tally = new BacktestTally(rulebook, withMisses);
        await foreach (var issue in issues.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(issue);
        }

        return tally.Report();
    }
}
