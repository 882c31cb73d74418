namespace AutoResolve;

/// <summary>Names a rule of a rulebook.</summary>
public sealed record RuleReference
{
    /// <summary>The rule's id, unique for ever: <c>sign-in.clock-wrong</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The rule's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>What the figures count by: <c>sign-in/loop</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The team that keeps the rule right.</summary>
    public required string Owner { get; init; }

    /// <summary>How far the rule is trusted.</summary>
    public required RuleStatus Status { get; init; }

    /// <inheritdoc />
    public override string ToString() => Id;
}
