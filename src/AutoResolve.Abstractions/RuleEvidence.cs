namespace AutoResolve;

/// <summary>A rule whose conditions hold, and what made them hold.</summary>
public sealed record RuleEvidence
{
    /// <summary>The rule.</summary>
    public required RuleReference Rule { get; init; }

    /// <summary>What made its conditions hold, in the order of title, text, then fields, and of position.</summary>
    public IReadOnlyList<Evidence> Evidence
    {
        get;
        init => field = ValueList<Evidence>.Of(value);
    } = ValueList<Evidence>.Empty;

    /// <summary>The rule's priority; higher wins.</summary>
    public int Priority { get; init; }

    /// <summary>How specific the match is, in words and values that had to be there; between equal priorities higher wins.</summary>
    public int Specificity { get; init; }

    /// <summary>The row of a table in a rule file that the rule was made of, as <c>row 7 of codes</c>; null where it is written
    /// out.</summary>
    public string? Row { get; init; }
}
