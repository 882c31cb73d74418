namespace AutoResolve.Journaling;

/// <summary>What was erased of a person.</summary>
/// <param name="Cases">The cases of which nothing is left that was said in them.</param>
/// <param name="Entries">How many entries were erased.</param>
/// <param name="UnderWay">The cases that a host is working on, of which nothing was erased: try again.</param>
public sealed record Erasure(IReadOnlyList<CaseReference> Cases, int Entries, IReadOnlyList<CaseReference> UnderWay);
