namespace AutoResolve.Matching.Indexing;

/// <summary>A rule that matches: its place in the index, and whether for certain.</summary>
internal readonly record struct RuleHit(int Rule, Truth Truth) : IComparable<RuleHit>
{
    public int CompareTo(RuleHit other) => Rule.CompareTo(other.Rule);
}
