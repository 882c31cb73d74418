namespace AutoResolve.Actions.BuiltIn;

/// <summary>Where an issue goes; what is left out is taken from the decision.</summary>
internal sealed record RouteParameters(string? Team = null, int? Tier = null, string? Reason = null);
