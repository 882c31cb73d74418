namespace AutoResolve.Actions.BuiltIn;

/// <summary>
/// What <c>update </c> takes: what of the turn it is about, so that one turn can have several; null for what was decided of it.
/// </summary>
internal sealed record UpdateParameters(string? About = null);
