namespace AutoResolve.Insights.Figures;

/// <summary>How many minutes issues took of people.</summary>
/// <param name="Minutes">The minutes, as far as they are known.</param>
/// <param name="Issues">Of how many issues.</param>
/// <param name="Measured">Of how many of these they were measured, and not estimated.</param>
/// <param name="Unknown">Issues that took people's time, though it is not known how much.</param>
internal readonly record struct HandleTimeTotal(double Minutes, long Issues, long Measured, long Unknown)
{
    /// <summary>Whether anything is known of them: also that no person was needed.</summary>
    public bool IsKnown => Issues > 0 || Unknown == 0;
}
