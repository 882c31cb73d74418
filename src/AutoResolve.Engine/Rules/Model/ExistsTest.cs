namespace AutoResolve.Rules.Model;

/// <summary><c>exists</c>.</summary>
internal sealed record ExistsTest(bool Exists, SourceLocation Location) : ValueComparison(Location);
