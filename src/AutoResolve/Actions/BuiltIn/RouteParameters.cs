namespace AutoResolve.Actions.BuiltIn;

/// <summary>What <c>route</c> takes; what is not given is the decision's.</summary>
internal sealed record RouteParameters(string? Team = null, int? Tier = null, string? Reason = null);
