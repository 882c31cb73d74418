namespace AutoResolve.Insights.Costs;

/// <summary>How costs are measured.</summary>
public sealed record CostOptions
{
    /// <summary>About how long one measurement may take. Default: 40 ms.</summary>
    /// <value>The longer, the less other work on the machine disturbs it.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan Turn
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMilliseconds(40);

    /// <summary>How often what is compared is measured in turns. Default: 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Rounds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 7;

    /// <summary>How long to look for the rules that cost most. Default: two minutes.</summary>
    public TimeSpan MaxSearch { get; init; } = TimeSpan.FromMinutes(2);
}
