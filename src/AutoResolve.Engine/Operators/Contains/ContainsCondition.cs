using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Contains;

/// <summary><c>contains</c> on text: any of the strings, letter for letter, ignoring case.</summary>
internal sealed record ContainsCondition(IReadOnlyList<Located<string>> Strings, TextPart In, SourceLocation Location)
    : TextCondition(In, Location);
