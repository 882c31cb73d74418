using AutoResolve.Matching;

namespace AutoResolve.Cli.Rendering;

/// <summary>What one rule makes of an issue.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Summary">In a sentence, whether it holds and may win.</param>
/// <param name="Stops">What keeps it from winning, besides its condition: scope, status, dates, rollout.</param>
/// <param name="Trace">Its condition; null for a retired rule.</param>
internal sealed record RuleVerdict(RuleReference Rule, string Summary, IReadOnlyList<string> Stops, ConditionTrace? Trace);
