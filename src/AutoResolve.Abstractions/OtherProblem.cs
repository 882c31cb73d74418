namespace AutoResolve;

/// <summary>
/// Another problem that the same message speaks of: a rule about something else matches by other words. The rule that decided is carried
/// out; this is told to staff.
/// </summary>
public sealed record OtherProblem
{
    /// <summary>The best rule about it; its type begins otherwise than that of the rule that decided.</summary>
    public required RuleReference Rule { get; init; }

    /// <summary>What made its conditions hold, in the order of title, text, then fields. After a restart empty.</summary>
    public IReadOnlyList<Evidence> Evidence
    {
        get;
        init => field = ValueList<Evidence>.Of(value);
    } = ValueList<Evidence>.Empty;

    /// <summary>
    /// The team that gets it too, where both rules route and to different teams: it is handed the issue by a route of its own. Null where
    /// nobody is told but whoever has the issue.
    /// </summary>
    public string? Team { get; init; }

    /// <summary>The tier of that team; null where no rule names one.</summary>
    public int? Tier { get; init; }
}
