using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Comparing;

/// <summary>What a change of rules would have done to past issues.</summary>
internal sealed class RulebookComparison(Rulebook before, Rulebook after)
{
    private const int MaxExamples = 3;

    /// <returns>How many issues there were, and those that are affected, most first.</returns>
    public async Task<(int Issues, IReadOnlyList<ChangeGroup> Groups)> RunAsync(
        IAsyncEnumerable<PastIssue> issues,
        CancellationToken cancellationToken
    )
    {
        var groups = new Dictionary<(Change, string?, string?), ChangeGroup>();
        var count = 0;
        await foreach (var issue in issues.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            var now = issue.ToIssue();
            var (old, renewed) = (RuleEvaluation.Resolve(before, now), RuleEvaluation.Resolve(after, now));
            var change = Kind(old, renewed);
            if (change == Change.Same)
                continue;
            var key = (change, RuleOf(old), RuleOf(renewed));
            var group = groups.GetValueOrDefault(key) ?? new ChangeGroup(change, key.Item2, key.Item3, 0, default, default, []);
            groups[key] = group with
            {
                Issues = group.Issues + 1,
                Reopened = group.Reopened + ShareOf(issue.Reopened),
                Escalated = group.Escalated + ShareOf(issue.Escalated),
                Examples = group.Examples.Count < MaxExamples ? [.. group.Examples, issue.Text] : group.Examples,
            };
        }

        return (
            count,
            [
                .. groups
                    .Values.OrderBy(group => group.Change)
                    .ThenByDescending(group => group.Issues)
                    .ThenBy(group => group.Before, StringComparer.Ordinal)
                    .ThenBy(group => group.After, StringComparer.Ordinal),
            ]
        );
    }

    private static Proportion ShareOf(bool? flag) =>
        flag switch
        {
            true => new Proportion(1, 1),
            false => new Proportion(0, 1),
            null => default,
        };

    private static bool IsResolved(Resolution resolution) => resolution.Outcome != Outcome.Escalated;

    private static string? RuleOf(Resolution resolution) => IsResolved(resolution) ? resolution.Rule?.Id : null;

    private static Change Kind(Resolution old, Resolution renewed) =>
        (IsResolved(old), IsResolved(renewed)) switch
        {
            (false, false) => Change.Same,
            (false, true) => Change.Gained,
            (true, false) => Change.Lost,
            _ => IsAlike(old, renewed) ? Change.Same : Change.Changed,
        };

    private static bool IsAlike(Resolution old, Resolution renewed) =>
        old.Outcome == renewed.Outcome
        && old.Team == renewed.Team
        && old.Answer?.Text == renewed.Answer?.Text
        && (old.Answer?.Steps ?? []).SequenceEqual(renewed.Answer?.Steps ?? [])
        && old.Questions.SequenceEqual(renewed.Questions)
        && old.Actions.Select(action => action.Handler)
            .SequenceEqual(renewed.Actions.Select(action => action.Handler), StringComparer.Ordinal);
}
