namespace AutoResolve;

/// <summary>A version of a rule. A new one begins with a clean record.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Version">The version, from 1.</param>
public readonly record struct RuleVersion(string Id, int Version);
