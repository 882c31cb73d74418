namespace AutoResolve.Rules.Json;

/// <summary>Where in the grammar the reader stands: inside what, and whether the root value is complete or begun.</summary>
internal readonly record struct SyntaxState(Container? Open, bool Finished);
