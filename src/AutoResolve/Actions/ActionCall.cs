namespace AutoResolve.Actions;

/// <summary>One planned action of one issue.</summary>
/// <param name="Action">The action.</param>
/// <param name="Issue">The issue.</param>
/// <param name="Resolution">The decision.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="NewTurns">The turns that the decision heard for the first time.</param>
internal sealed record ActionCall(PlannedAction Action, Issue Issue, Resolution Resolution, string Key, IReadOnlyList<Turn> NewTurns);
