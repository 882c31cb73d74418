namespace AutoResolve.Insights.Health;

/// <summary>How the rules do on past issues.</summary>
/// <param name="Issues">How many issues.</param>
/// <param name="Evaluated">Rules evaluated for an issue in the mean: what an issue costs.</param>
/// <param name="Rules">Every rule in use.</param>
/// <param name="Overlaps">Pairs of rules that match the same issues, most first.</param>
public sealed record HealthReport(int Issues, double Evaluated, IReadOnlyList<RuleHealth> Rules, IReadOnlyList<RuleOverlap> Overlaps);
