using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Phrases;

/// <summary><c>anyOf</c>, or <c>allOf</c> where <paramref name="RequireAll"/>.</summary>
internal sealed record PhrasesCondition(IReadOnlyList<Located<string>> Phrases, bool RequireAll, TextPart In, SourceLocation Location)
    : TextCondition(In, Location);
