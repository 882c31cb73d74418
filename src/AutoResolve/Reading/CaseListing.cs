namespace AutoResolve.Reading;

/// <summary>Cases of a journal.</summary>
/// <param name="Cases">The first of them, in the order that was asked for.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record CaseListing(IReadOnlyList<CaseSummary> Cases, int Count);
