using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Facts;

/// <summary>Compares a looked-up fact; all comparisons must hold, and an unknown fact makes none of them true.</summary>
internal sealed record FactCondition(Located<string> Fact, IReadOnlyList<ValueComparison> Comparisons, SourceLocation Location)
    : Condition(Location);
