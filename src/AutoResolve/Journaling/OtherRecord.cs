namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of another problem that a message speaks of.</summary>
internal sealed record OtherRecord
{
    public required string RuleId { get; init; }
    public int Version { get; init; }
    public required string Type { get; init; }
    public string Owner { get; init; } = "";
    public string? Team { get; init; }
    public int? Tier { get; init; }

    public static OtherRecord Of(OtherProblem other) =>
        new()
        {
            RuleId = other.Rule.Id,
            Version = other.Rule.Version,
            Type = other.Rule.Type,
            Owner = other.Rule.Owner,
            Team = other.Team,
            Tier = other.Tier,
        };

    public OtherProblem ToProblem() =>
        new()
        {
            Rule = new RuleReference
            {
                Id = RuleId,
                Version = Version,
                Title = RuleId,
                Type = Type,
                Owner = Owner,
                Status = RuleStatus.Active,
            },
            Team = Team,
            Tier = Tier,
        };
}
