using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Near;

/// <summary><c>near</c> with <c>within</c>.</summary>
internal sealed record NearCondition(IReadOnlyList<Located<string>> Phrases, int Within, TextPart In, SourceLocation Location)
    : TextCondition(In, Location);
