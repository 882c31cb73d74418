namespace AutoResolve.Sources;

/// <summary>Git cannot be used, or does not know what it is asked for.</summary>
internal sealed class GitException(string message) : IOException(message);
