namespace AutoResolve.Rules.Model;

/// <summary>A text leaf applied to the value: <c>anyOf</c>, <c>allOf</c>, <c>near</c>, <c>regex</c>, <c>matches</c>.</summary>
internal sealed record TextTest(TextCondition Test, SourceLocation Location) : ValueComparison(Location);
