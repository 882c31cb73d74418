namespace AutoResolve;

/// <summary>A share of good verdicts that decides about a rule, once it has so many verdicts.</summary>
/// <param name="Share">From 0 to 1; compared with the lower bound of the rule's track record.</param>
/// <param name="After">The least number of verdicts.</param>
public sealed record TrackThreshold(double Share, int After);
