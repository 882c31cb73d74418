using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Fields;

/// <summary>Compares a field of the issue; all comparisons must hold.</summary>
internal sealed record FieldCondition(Located<string> Field, IReadOnlyList<ValueComparison> Comparisons, SourceLocation Location)
    : Condition(Location);
