using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Regexes;

/// <summary><c>regex</c>, or <c>matches</c> on a field or fact.</summary>
internal sealed record RegexCondition(Located<string> Pattern, TextPart In, SourceLocation Location) : TextCondition(In, Location);
