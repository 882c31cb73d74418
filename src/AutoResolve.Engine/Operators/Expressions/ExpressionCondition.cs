using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Expressions;

/// <summary>A C#-like expression over <c>issue</c>.</summary>
internal sealed record ExpressionCondition(Located<string> Expression, SourceLocation Location) : Condition(Location);
