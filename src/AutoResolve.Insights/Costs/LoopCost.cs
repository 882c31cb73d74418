namespace AutoResolve.Insights.Costs;

/// <summary>Rules as a programmer would write them by hand: a loop that searches strings and compiled regular expressions.</summary>
/// <param name="Rules">How many rules it covers: those of <c>anyOf</c>, <c>allOf</c>, <c>contains</c> and <c>regex</c> in groups, with
/// lists and named conditions, without a scope and without anything that changes what a phrase finds.</param>
/// <param name="Microseconds">Of an issue. It finds strings as they stand: no other forms of words, no typing errors, nothing
/// denied.</param>
/// <param name="OwnMicroseconds">Of an issue, by <see cref="Rulebook.FindMatches"/> with the same rules.</param>
public sealed record LoopCost(int Rules, double Microseconds, double OwnMicroseconds);
