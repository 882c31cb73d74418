using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reports <c>supersedes</c> that names no rule, the rule itself, or one that is not retired.</summary>
internal static class SupersededRules
{
    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        if (sets.All(set => set.Rules.All(rule => rule.Supersedes.Count == 0)))
            return;
        var rules = sets.SelectMany(set => set.Rules).DistinctBy(rule => rule.Id.Value).ToDictionary(rule => rule.Id.Value);
        foreach (var rule in sets.SelectMany(set => set.Rules))
        {
            foreach (var old in rule.Supersedes)
                Check(rule, old, rules, diagnostics);
        }
    }

    private static void Check(Rule rule, Located<string> old, Dictionary<string, Rule> rules, ICollection<Diagnostic> diagnostics)
    {
        var shown = JsonQuote.Short(old.Value);
        if (!rules.TryGetValue(old.Value, out var superseded))
        {
            var suggestion =
                old.Value.Length > NameForm.Longest ? null : Spelling.Closest(old.Value, rules.Keys.Where(id => id != rule.Id.Value));
            Report(old, $"There is no rule {shown} to supersede.{Spelling.DidYouMean(suggestion)}", suggestion, diagnostics);
        }
        else if (old.Value == rule.Id.Value)
        {
            Report(old, $"The rule {shown} cannot supersede itself: name the retired rule that it replaces.", null, diagnostics);
        }
        else if (superseded.Status != RuleStatus.Retired)
        {
            Report(
                old,
                $"The rule {shown} ({superseded.Id.Location.File}:{superseded.Id.Location.Line}) is superseded "
                    + $"but not retired: give it \"status\": \"retired\".",
                null,
                diagnostics
            );
        }
    }

    private static void Report(Located<string> old, string message, string? suggestion, ICollection<Diagnostic> diagnostics) =>
        diagnostics.Add(old.Location.Report(ReadingCodes.BadSupersedes, DiagnosticSeverity.Error, message, suggestion));
}
