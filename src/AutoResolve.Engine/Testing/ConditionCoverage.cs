namespace AutoResolve.Testing;

/// <summary>Whether tests have seen a condition hold and not hold.</summary>
/// <param name="Owner">The rule's id; for a named condition the name of the set that uses it.</param>
/// <param name="Pointer">The condition as a JSON pointer into its owner.</param>
/// <param name="Description">The condition in words.</param>
/// <param name="SeenTrue">Whether it held in a test.</param>
/// <param name="SeenFalse">Whether it did not hold in a test.</param>
public sealed record ConditionCoverage(string Owner, string Pointer, string Description, bool SeenTrue, bool SeenFalse)
{
    /// <summary>Whether tests have seen both.</summary>
    public bool IsComplete => SeenTrue && SeenFalse;
}
