using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Mining;

/// <summary>Makes draft rules of past issues, with tests and the evidence for each.</summary>
public static class RuleMining
{
    /// <summary>
    /// Reads the issues, then learns from them on all cores. Keeps a text of at most 4,000 characters of each issue that is learned from,
    /// and of 5,000 at most of those that rules of a journal have decided: no mined rule may take these.
    /// </summary>
    /// <param name="issues">The issues, in any order. Those without a label are left out, unless none has one.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="timeProvider">Says the day on which the drafts were reviewed last; null for the system's clock.</param>
    /// <param name="progress">Receives how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">Nothing can be learned from them; says why.</exception>
    public static async Task<MiningResult> RunAsync(
        IAsyncEnumerable<PastIssue> issues,
        MiningOptions? options = null,
        TimeProvider? timeProvider = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(issues);
        options ??= new MiningOptions();
        var others = new ThinnedTexts();
        var learned = new List<PastIssue>();
        var decided = 0;
        await foreach (var issue in issues.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isDecided =
                issue.Rule is not null || (options.Rulebook is { } present && RuleEvaluation.Decide(present, issue.ToIssue()) is not null);
            decided += isDecided ? 1 : 0;
            if (!isDecided)
                learned.Add(issue.AsText());
            else if (issue.Case is not null)
                others.Add(issue.AsText().Text);
        }

        if (learned.Count == 0)
            throw new HistoryException(
                decided == 0 ? "There are no issues to learn from." : $"Rules decide all {decided} issues, so there is nothing to learn."
            );
        ClusterQuality? agreement = null;
        List<string?>? given = null;
        var isGrouped = options.GroupsByText || !learned.Exists(issue => issue.Label is not null);
        if (isGrouped)
        {
            var grouped = new TopicFinder(options).Label(learned, cancellationToken);
            var labelled = learned
                .Zip(grouped)
                .Where(pair => pair.First.Label is not null)
                .Select(pair => (pair.Second.Label!, pair.First.Label!))
                .ToList();
            agreement = labelled.Count == 0 ? null : ClusterQuality.Of(labelled);
            given = [.. learned.Select(issue => issue.Label)];
            learned = [.. grouped];
        }

        var result = new Miner(options, timeProvider ?? TimeProvider.System, progress, given).Mine(
            learned,
            [.. options.Background, .. others.Texts],
            options.Source,
            cancellationToken
        );
        return result with { Issues = learned.Count, Decided = decided, Agreement = agreement };
    }
}
