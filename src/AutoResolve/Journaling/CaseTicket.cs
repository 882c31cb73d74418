namespace AutoResolve.Journaling;

/// <summary>The open ticket of a case.</summary>
/// <param name="IsEscalated">Whether a person was given it; else it was routed.</param>
/// <param name="Team">The team, as a rule names it; null where none does.</param>
/// <param name="IsGuarded">Whether a guard gave it.</param>
/// <param name="IsAssigned">Whether people gave it to the team, which has it whatever rules say.</param>
internal sealed record CaseTicket(bool IsEscalated, string? Team, bool IsGuarded = false, bool IsAssigned = false);
