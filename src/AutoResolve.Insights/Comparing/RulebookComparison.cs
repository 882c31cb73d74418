using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Comparing;

/// <summary>What a change of rules would have done to past issues.</summary>
public static class RulebookComparison
{
    private const int MaxExamples = 3;

    /// <summary>Runs both rulebooks over the issues one after the other, and keeps none. No facts are looked up.</summary>
    /// <param name="before">The rules before.</param>
    /// <param name="after">The rules after.</param>
    /// <param name="issues">The issues, in any order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ComparisonReport> RunAsync(
        Rulebook before,
        Rulebook after,
        IAsyncEnumerable<PastIssue> issues,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(issues);
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

        return new ComparisonReport(
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
