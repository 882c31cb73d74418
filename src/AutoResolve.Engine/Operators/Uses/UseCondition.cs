using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Uses;

/// <summary>A reference to a named condition.</summary>
internal sealed record UseCondition(Located<string> Name, SourceLocation Location) : Condition(Location);
