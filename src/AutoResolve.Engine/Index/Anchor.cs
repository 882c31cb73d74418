namespace AutoResolve.Index;

/// <summary>Something that an issue must have for a condition to hold, by which the rule is found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Where it must be: 0 for title and text, else a field, from 1.</param>
/// <param name="First">The term, the first term of a pair, the hash of a value, or the group.</param>
/// <param name="Second">The second term of a pair, else 0.</param>
internal readonly record struct Anchor(AnchorKind Kind, int Source, int First, int Second = 0)
{
    /// <summary>
    /// A number for this anchor in a scope's partition. Two anchors may get the same: then both find the rules of either, which are
    /// verified anyway.
    /// </summary>
    public ulong KeyIn(int partition) =>
        KeyRuns.KeyOf(First, Second, ((ulong)(uint)partition << 34) | ((ulong)(uint)Source << 4) | (uint)Kind);
}

/// <summary>What an <see cref="Anchor"/> is.</summary>
internal enum AnchorKind
{
    /// <summary>A word that satisfies a term.</summary>
    Term,

    /// <summary>Two words side by side that satisfy two terms.</summary>
    Pair,

    /// <summary>A field has a value.</summary>
    Value,

    /// <summary>A field is there.</summary>
    Field,

    /// <summary>A group of anchors, one of which must be there: a list or a condition that several rules use.</summary>
    Group,
}

/// <summary>An anchor, and terms that must also be there.</summary>
/// <param name="Anchor">The anchor.</param>
/// <param name="Likelihood">How likely an issue has it.</param>
/// <param name="Guards">Terms that must also be somewhere in the issue.</param>
internal sealed record GuardedAnchor(Anchor Anchor, double Likelihood, IReadOnlyList<int> Guards);
