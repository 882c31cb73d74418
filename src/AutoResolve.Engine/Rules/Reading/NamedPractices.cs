using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Puts the practices of the desk in the place of their names, and reports names that it does not have.</summary>
internal static class NamedPractices
{
    public static IReadOnlyList<RuleSet> Resolve(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        if (!sets.SelectMany(set => set.Rules).Any(NamesOne))
            return sets;

        // A second desk is reported elsewhere.
        var known = sets.SelectMany(set => set.Desk?.Practices ?? [])
            .DistinctBy(practice => practice.Name.Value)
            .ToDictionary(practice => practice.Name.Value, practice => practice.Description, StringComparer.Ordinal);
        return
        [
            .. sets.Select(set =>
                set.Rules.Any(NamesOne) ? set with { Rules = [.. set.Rules.Select(rule => Resolve(rule, known, diagnostics))] } : set
            ),
        ];
    }

    private static bool NamesOne(Rule rule) => rule.Cause?.Practice is not null;

    private static Rule Resolve(Rule rule, Dictionary<string, string> known, ICollection<Diagnostic> diagnostics)
    {
        if (rule.Cause?.Practice is not { } name)
            return rule;
        if (known.TryGetValue(name.Value, out var practice))
            return rule with { Cause = rule.Cause with { Practice = new(practice, name.Location) } };
        var suggestion = Spelling.Closest(name.Value, known.Keys);
        diagnostics.Add(
            name.Location.Report(
                ReadingCodes.UnknownPractice,
                DiagnosticSeverity.Error,
                $"The desk has no practice {JsonQuote.Short(name.Value)}. Add it to \"practices\" of the desk, or correct the "
                    + $"name.{Spelling.DidYouMean(suggestion)}",
                suggestion
            )
        );
        return rule;
    }
}
