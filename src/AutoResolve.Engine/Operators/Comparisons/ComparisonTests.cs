using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Holds for any of the values; <c>in</c> is read as <see cref="StringOperator.Equals"/>.</summary>
internal sealed record StringTest(StringOperator Operator, IReadOnlyList<Located<string>> Values, SourceLocation Location)
    : ValueComparison(Location);

/// <summary>How a value is compared with strings.</summary>
internal enum StringOperator
{
    Equals,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary><c>atLeast</c>, or <c>atMost</c> where not <paramref name="AtLeast"/>.</summary>
internal sealed record NumberTest(bool AtLeast, decimal Value, SourceLocation Location) : ValueComparison(Location);

/// <summary>
/// <c>before </c>, or <c>after </c> where not <paramref name="Before"/>. A day means its first moment for before and its last for after,
/// in UTC.
/// </summary>
internal sealed record TimeTest(bool Before, DateTimeOffset Value, SourceLocation Location) : ValueComparison(Location);

/// <summary><c>exists</c>.</summary>
internal sealed record ExistsTest(bool Exists, SourceLocation Location) : ValueComparison(Location);

/// <summary>A text leaf applied to the value: <c>anyOf</c>, <c>allOf</c>, <c>near</c>, <c>regex</c>, <c>matches</c>.</summary>
internal sealed record TextTest(TextCondition Test, SourceLocation Location) : ValueComparison(Location);
