namespace AutoResolve.Insights.Figures;

/// <summary>What issues that are counted together have in common. What is not known is null.</summary>
/// <param name="Tier">The highest tier that a rule named: that which took it, or that which an answer saved.</param>
/// <param name="Type">The issue type; <see cref="UnknownType"/> where there is none.</param>
/// <param name="Team">The team that has it, else the owner of the rule.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Product">What it is about.</param>
/// <param name="Rule">The rule that decided last.</param>
/// <param name="Reason">Why it was decided so, as the journal says it.</param>
/// <param name="Center">The contact center: the tenant of a journal.</param>
/// <param name="Language">The language that it was taken to be in.</param>
internal sealed record FigureKey(
    int? Tier,
    string Type,
    string? Team = null,
    string? Channel = null,
    string? Product = null,
    string? Rule = null,
    string? Reason = null,
    string? Center = null,
    string? Language = null
)
{
    public const string UnknownType = "unknown";

    /// <summary>The same without what only the counts of a period tell apart.</summary>
    public FigureKey ToSeries() => this with { Tier = null, Rule = null, Reason = null, Language = null };

    /// <summary>The same with each name as it may stand, or is spelled, elsewhere.</summary>
    public FigureKey Named(Func<string, string> type, Func<string?, string?> name) =>
        this with
        {
            Type = type(Type),
            Team = name(Team),
            Channel = name(Channel),
            Product = name(Product),
            Center = name(Center),
        };
}
