namespace AutoResolve.Actions.BuiltIn;

/// <summary>For handlers that take none.</summary>
internal sealed record NoParameters;
