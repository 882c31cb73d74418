namespace AutoResolve;

/// <summary>What one rule makes of an issue, whether or not it wins.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Summary">In a sentence without its subject and full stop, whether it holds and may win.</param>
/// <param name="Stops">What keeps it from winning, besides its condition: scope, status, dates, rollout; empty where nothing does.</param>
/// <param name="Trace">Its condition with the verdict of each part; null for a retired rule.</param>
public sealed record RuleInspection(RuleReference Rule, string Summary, IReadOnlyList<string> Stops, ConditionTrace? Trace);
