namespace AutoResolve.Matching.Conditions;

/// <summary>What a leaf found.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Specificity">The words and values that had to be there; 0 where it does not hold.</param>
internal readonly record struct LeafResult(Truth Truth, int Specificity)
{
    public static readonly LeafResult Fails = new(Truth.False, 0);
    public static readonly LeafResult Unknown = new(Truth.Unknown, 0);

    public static LeafResult Holds(int specificity) => new(Truth.True, specificity);
}
