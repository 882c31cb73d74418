using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>A template in one or more languages, by BCP 47 tag in the order of the file.</summary>
internal sealed record LocalizedText(IReadOnlyList<KeyValuePair<string, Located<string>>> Texts, SourceLocation Location);
