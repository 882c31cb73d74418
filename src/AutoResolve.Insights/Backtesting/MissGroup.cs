namespace AutoResolve.Insights.Backtesting;

/// <summary>Issues that missed a rule by the same one condition.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Failed">The condition that failed, in words.</param>
/// <param name="Issues">How many.</param>
/// <param name="Says">The word that most of them say and others do not; null where none stands out.</param>
/// <param name="Saying">How many say it.</param>
public sealed record MissGroup(string RuleId, string Failed, int Issues, string? Says, int Saying);
