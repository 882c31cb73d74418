using AutoResolve.Benchmarks.Conditions;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>One logical rule, the same for every engine.</summary>
/// <param name="Id">Its id.</param>
/// <param name="When">What must hold.</param>
/// <param name="Channels">The channels that it is for; empty: all.</param>
/// <param name="Words">Words of which a matching text has at least one; empty: not known.</param>
/// <param name="Example">Pieces of text which together make the rule hold.</param>
internal sealed record BenchmarkRule(
    string Id,
    ICondition When,
    string[] Channels,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Example
)
{
    public bool Holds(Issue issue) => Takes(issue.Channel) && When.Holds(issue);

    public string ToExpression() =>
        Channels.Length == 0
            ? When.ToExpression()
            : ExpressionText.Join(" || ", Channels.Select(channel => $"issue.Channel == {ExpressionText.Quote(channel)}"))
                + " && "
                + When.ToExpression();

    private bool Takes(string? channel)
    {
        if (Channels.Length == 0)
            return true;
        foreach (var taken in Channels)
        {
            if (taken.Equals(channel, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
