namespace AutoResolve.Insights.Trends;

/// <summary>How trends are looked for.</summary>
public sealed record TrendOptions
{
    /// <summary>
    /// The rules by which issues without a type are sorted, and whose desk says what a trend is. Null, the default, for none: the types
    /// that people or the rules of then gave count.
    /// </summary>
    public Rulebook? Rulebook { get; init; }

    /// <summary>The last so long is compared with the time before. Null, the default: as the desk says, else 30 days.</summary>
    public TimeSpan? Period { get; init; }
}
