namespace AutoResolve.Decisions;

/// <summary>How decisions are put in sentences. They quote what rules look for, never what the customer wrote.</summary>
internal static class Wording
{
    private const int MostQuoted = 3;

    public static string Matched(Candidate candidate)
    {
        var quoted = candidate.Match.Evidence.Select(evidence => evidence.Condition).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var named = string.Join(", ", quoted.Take(MostQuoted).Select(condition => $"\"{condition}\""));
        return quoted.Count switch
        {
            0 => $"Rule {candidate.Reference.Id} matched.",
            <= MostQuoted => $"Rule {candidate.Reference.Id} matched {named}.",
            _ => $"Rule {candidate.Reference.Id} matched {named} and {quoted.Count - MostQuoted} more.",
        };
    }

    public static IReadOnlyList<string> Remarks(DecisionInput input)
    {
        List<string> remarks = [];
        if (input.Text.Truncated)
            remarks.Add("The text is longer than is read; its end was left out.");
        remarks.AddRange(input.Lookups.Where(lookup => lookup.Problem is not null).Select(lookup => $"The fact {lookup.Name} is unknown: {lookup.Problem}."));
        return remarks;
    }

    public static string Lost(Candidate loser, Candidate? winner) => winner switch
    {
        null => "as good as another that would do something else",
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
