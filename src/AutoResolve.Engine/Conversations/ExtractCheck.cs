using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>Reports questions that name an extractor that neither the rulebook's profile nor the default one has.</summary>
internal static class ExtractCheck
{
    /// <summary>Names no extractor: the whole of a reply is the value.</summary>
    public const string Reply = "reply";

    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        string[]? known = null;
        foreach (var extract in sets.SelectMany(set => set.Questions).Select(question => question.Extract).OfType<Located<string>>())
        {
            known ??= [.. ProfileCompiler.ExtractorNames(sets), Reply];
            if (known.Contains(extract.Value, StringComparer.Ordinal))
                continue;
            var suggestion = Spelling.Closest(extract.Value, known);
            diagnostics.Add(
                extract.Location.Report(
                    ConversationCodes.UnknownExtractor,
                    DiagnosticSeverity.Error,
                    $"There is no extractor '{extract.Value}' in the profile. Define it under \"profile\", or use "
                        + $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.{Spelling.DidYouMean(suggestion)}",
                    suggestion
                )
            );
        }
    }
}
