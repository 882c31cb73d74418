using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Mining;

/// <summary>Runs mined rules by the ordinary matcher, and judges what they do.</summary>
internal static class MinedRules
{
    /// <summary>What mined rules do with issues held out.</summary>
    public static (Dictionary<int, Proportion> Rights, int Decided) Judge(
        Rulebook rulebook,
        List<Sample> samples,
        IReadOnlyList<string> names,
        Func<Sample, int, bool?> isRight,
        CancellationToken cancellationToken
    )
    {
        var labels = names
            .Select((name, place) => (name, place))
            .ToDictionary(entry => entry.name, entry => entry.place, StringComparer.Ordinal);
        var rights = new Dictionary<int, Proportion>();
        var decided = 0;
        foreach (var sample in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (RuleEvaluation.Decide(rulebook, sample.Text) is not { } rule)
                continue;
            decided++;
            var label = labels[rule.Type];
            if (isRight(sample, label) is { } right)
                rights[label] = rights.GetValueOrDefault(label) + new Proportion(right ? 1 : 0, 1);
        }

        return (rights, decided);
    }

    /// <summary>How many issues the rules of each label decide.</summary>
    public static Dictionary<string, int> Count(Rulebook rulebook, IReadOnlyList<PastIssue> issues, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var issue in issues)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (RuleEvaluation.Decide(rulebook, issue.Text) is { } rule)
                counts[rule.Type] = counts.GetValueOrDefault(rule.Type) + 1;
        }

        return counts;
    }

    /// <summary>A group stands for the label that most of its issues have, of those that are learned from.</summary>
    /// <param name="learned">What is learned from.</param>
    /// <param name="given">The labels that people gave, by the place of the issue, where the labels of samples are groups; else
    /// null.</param>
    /// <returns>Whether a sample that is decided for a label is rightly so; null where nobody can tell.</returns>
    public static Func<Sample, int, bool?> TruthOf(List<Sample> learned, IReadOnlyList<string?>? given)
    {
        if (given is null)
            return (sample, label) => sample.Label == label;
        var ofGroup = learned
            .Where(sample => sample.Issue >= 0 && given[sample.Issue] is not null)
            .GroupBy(sample => sample.Label)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .CountBy(sample => given[sample.Issue]!, StringComparer.Ordinal)
                        .OrderByDescending(count => count.Value)
                        .ThenBy(count => count.Key, StringComparer.Ordinal)
                        .First()
                        .Key
            );
        return (sample, group) => given[sample.Issue] is { } label && ofGroup.TryGetValue(group, out var meant) ? label == meant : null;
    }
}
