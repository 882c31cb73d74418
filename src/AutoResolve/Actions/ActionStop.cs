namespace AutoResolve.Actions;

/// <summary>A stop that holds in a journal.</summary>
/// <param name="RuleId">The rule whose actions are stopped; null for all actions.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who told it; null where that cannot be read.</param>
/// <param name="Reason">Why, for staff; null where that cannot be read.</param>
public sealed record ActionStop(string? RuleId, DateTimeOffset At, string? By, string? Reason);
