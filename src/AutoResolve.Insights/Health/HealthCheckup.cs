using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Health;

/// <summary>Looks on past issues for rules that never match, never win, overlap, or rest on one word.</summary>
public static class HealthCheckup
{
    /// <summary>Looks at the issues one after the other, and keeps none.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <param name="issues">The issues, in any order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<HealthReport> RunAsync(
        Rulebook rulebook,
        IAsyncEnumerable<PastIssue> issues,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(issues);
        var tally = new HealthTally(rulebook);
        await foreach (var issue in issues.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(issue);
        }

        return tally.Report();
    }
}
