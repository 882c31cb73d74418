namespace AutoResolve.Oracles;

/// <summary>What evaluating every rule found, and how many there were.</summary>
internal sealed record PlainResult(IReadOnlyList<PlainMatch> Matches, int Evaluated);
