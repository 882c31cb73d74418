namespace AutoResolve.Actions.BuiltIn;

/// <summary>
/// What <c>escalate</c> takes: what of the turn it is about, so that a person can be told of one turn more than once; null for what was
/// decided of it.
/// </summary>
internal sealed record EscalateParameters(string? About = null);
