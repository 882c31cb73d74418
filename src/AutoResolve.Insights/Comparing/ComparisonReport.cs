namespace AutoResolve.Insights.Comparing;

/// <summary>What a change of rules would have done to past issues.</summary>
/// <param name="Issues">How many issues there were.</param>
/// <param name="Groups">Those that are affected, by what the change does to them, most first.</param>
public sealed record ComparisonReport(int Issues, IReadOnlyList<ChangeGroup> Groups);
