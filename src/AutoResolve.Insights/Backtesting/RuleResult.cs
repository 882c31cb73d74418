using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Backtesting;

/// <summary>What one rule would have done with the past issues.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Decided">Issues it would have decided.</param>
/// <param name="Agreement">Of those with a label, how often people gave the same.</param>
/// <param name="Reopened">Of those whose history says so, how many people had to open again.</param>
public sealed record RuleResult(RuleReference Rule, long Decided, Proportion Agreement, Proportion Reopened);
