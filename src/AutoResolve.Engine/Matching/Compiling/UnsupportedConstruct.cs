namespace AutoResolve.Matching.Compiling;

/// <summary>A part of a pattern that is not allowed, and why.</summary>
internal readonly record struct UnsupportedConstruct(int Index, string Message);
