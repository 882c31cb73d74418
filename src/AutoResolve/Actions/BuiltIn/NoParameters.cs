namespace AutoResolve.Actions.BuiltIn;

/// <summary>The parameters of a handler that takes none.</summary>
internal sealed record NoParameters;
