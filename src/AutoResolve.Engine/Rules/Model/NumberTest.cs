namespace AutoResolve.Rules.Model;

/// <summary><c>atLeast</c>, or <c>atMost</c> where not <paramref name="AtLeast"/>.</summary>
internal sealed record NumberTest(bool AtLeast, decimal Value, SourceLocation Location) : ValueComparison(Location);
