namespace AutoResolve.Insights.Figures;

/// <summary>What issues that are counted together have in common. What is not known is null.</summary>
/// <param name="Tier">The highest tier that a rule named.</param>
/// <param name="Type">The issue type; <see cref="UnknownType"/> where there is none.</param>
/// <param name="Team">The team that has it, else the owner of the rule.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Product">What it is about.</param>
/// <param name="Rule">The rule that decided last.</param>
/// <param name="Reason">Why it was decided so, as the journal says it.</param>
internal sealed record FigureKey(int? Tier, string Type, string? Team = null, string? Channel = null, string? Product = null, string? Rule = null, string? Reason = null)
{
    public const string UnknownType = "unknown";
}
