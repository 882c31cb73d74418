namespace AutoResolve;

/// <summary>What the priority of an issue type depends on.</summary>
/// <param name="Type">The issue type.</param>
/// <param name="Team">Whose it is, if known.</param>
/// <param name="Reports">How many issues of the type there were in the period.</param>
/// <param name="MaxPerDay">How many there were on the fullest day.</param>
/// <param name="HasWorkaround">Whether a rule answers or fixes it.</param>
public sealed record IssueLoad(string Type, string? Team, int Reports, int MaxPerDay, bool HasWorkaround);
