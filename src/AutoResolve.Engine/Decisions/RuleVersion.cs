namespace AutoResolve.Decisions;

/// <summary>A version of a rule. A new one begins with a clean record.</summary>
internal readonly record struct RuleVersion(string Id, int Version);
