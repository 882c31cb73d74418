using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>How decisions are put in sentences. They quote what rules look for, never what the customer wrote.</summary>
internal static class Wording
{
    private const int MostQuoted = 3;

    public static string Matched(Candidate candidate)
    {
        var quoted = candidate.Match.Evidence.Select(evidence => evidence.Condition).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (quoted.Count == 0)
            return $"Rule {candidate.Reference.Id} matched.";
        var named = quoted.Take(MostQuoted).Select(condition => $"\"{condition}\"").ToList();
        if (quoted.Count > MostQuoted)
            named.Add($"{quoted.Count - MostQuoted} more");
        return $"Rule {candidate.Reference.Id} matched {And(named)}.";
    }

    /// <summary>The condition that a near miss failed by, with what stands directly inside it.</summary>
    public static string Failed(ConditionTrace failed)
    {
        var described = failed.Children.Count == 0 ? failed.Description : $"{failed.Description} ({Inside(failed.Children)})";
        return failed.Truth == Truth.False ? described : $"not {described}";
    }

    public static string And(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    private static string Inside(IReadOnlyList<ConditionTrace> children)
    {
        var named = string.Join("; ", children.Take(MostQuoted).Select(child => child.Children.Count == 0 ? child.Description : $"{child.Description} …"));
        return children.Count > MostQuoted ? $"{named}; … {children.Count - MostQuoted} more" : named;
    }

    public static IReadOnlyList<string> Remarks(DecisionInput input)
    {
        List<string> remarks = [];
        if (input.Text.Truncated)
            remarks.Add("The title, the text or a field is longer than is read; its end was left out.");
        remarks.AddRange(input.Lookups.Where(lookup => lookup.Problem is not null).Select(lookup => $"The fact {lookup.Name} is unknown: {lookup.Problem}."));
        return remarks;
    }

    public static string Lost(Candidate loser, Candidate winner) => winner switch
    {
        { Rule.Guard: true } => loser.Rule.Guard ? "another guard came first" : "a guard came first",
        _ when loser.Rule.Priority < winner.Rule.Priority => $"lower priority: {loser.Rule.Priority} against {winner.Rule.Priority}",
        _ when loser.Match.Specificity < winner.Match.Specificity => $"less specific: {loser.Match.Specificity} against {winner.Match.Specificity}",
        _ => "would do the same; the other id comes first",
    };

    public static string Skipped(Candidate candidate) => candidate.Standing switch
    {
        Standing.Suggests => "on trial: only suggested to a person",
        Standing.Shadow => "in shadow: recorded, without effect",
        Standing.NotYet => FormattableString.Invariant($"begins on {candidate.Rule.From?.Value:yyyy-MM-dd}"),
        Standing.Expired => FormattableString.Invariant($"ended on {candidate.Rule.Until?.Value:yyyy-MM-dd}"),
        Standing.NotRolledOut => FormattableString.Invariant($"rolled out to {candidate.Rule.Rollout?.Percent} %, and this is not among them"),
        _ => "acts",
    };
}
