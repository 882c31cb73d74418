namespace AutoResolve;

/// <summary>What a rule says about how its actions are carried out.</summary>
/// <param name="UndoOnFailure">Whether actions that succeeded are taken back when a later one does not.</param>
/// <param name="Window">The time in which the actions are carried out once; null for any number.</param>
/// <param name="OncePer">What counts in that time, as a name that is equal for the same requester, issue or rule; null where that is not
/// known.</param>
/// <param name="Tenant">The tenant within which it counts; null for all.</param>
internal sealed record ActionPolicy(bool UndoOnFailure, TimeSpan? Window, string? OncePer, string? Tenant);
