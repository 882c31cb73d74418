namespace AutoResolve.Rules.Model;

/// <summary>Holds for any of the values; <c>in</c> is read as <see cref="StringOperator.Equals"/>.</summary>
internal sealed record StringTest(StringOperator Operator, IReadOnlyList<Located<string>> Values, SourceLocation Location)
    : ValueComparison(Location);
