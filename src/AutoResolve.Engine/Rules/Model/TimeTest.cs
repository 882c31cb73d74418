namespace AutoResolve.Rules.Model;

/// <summary>
/// <c>before </c>, or <c>after </c> where not <paramref name="Before"/>. A day means its first moment for before and its last for after,
/// in UTC.
/// </summary>
internal sealed record TimeTest(bool Before, DateTimeOffset Value, SourceLocation Location) : ValueComparison(Location);
