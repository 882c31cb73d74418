namespace AutoResolve.Insights.Health;

/// <summary>Two rules that match the same issues.</summary>
/// <param name="First">The id of one.</param>
/// <param name="Second">The id of the other.</param>
/// <param name="Issues">How many issues both match.</param>
public sealed record RuleOverlap(string First, string Second, int Issues);
