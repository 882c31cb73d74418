namespace AutoResolve.Rules.Model;

/// <summary>What happens when every step was tried: <see cref="RuleOutcome.Route"/> or <see cref="RuleOutcome.Escalate"/>.</summary>
internal sealed record WhenAllTried(RuleOutcome Outcome, string? Team, int? Tier);
