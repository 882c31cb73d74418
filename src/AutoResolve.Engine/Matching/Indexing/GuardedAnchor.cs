namespace AutoResolve.Matching.Indexing;

/// <summary>An anchor, and terms that must also be there.</summary>
/// <param name="Anchor">The anchor.</param>
/// <param name="Likelihood">How likely an issue has it.</param>
/// <param name="Guards">Terms that must also be somewhere in the issue.</param>
internal sealed record GuardedAnchor(Anchor Anchor, double Likelihood, IReadOnlyList<int> Guards);
