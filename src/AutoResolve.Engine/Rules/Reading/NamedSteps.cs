using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Puts the steps of sets in the place of their names, and reports names that no set has.</summary>
internal static class NamedSteps
{
    public static IReadOnlyList<RuleSet> Resolve(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        var visible = new VisibleSets(sets);
        return
        [
            .. sets.Select(set =>
                set.Rules.Any(HasNames) ? set with { Rules = Resolve(set.Rules, StepsOf(visible.From(set)), diagnostics) } : set
            ),
        ];
    }

    private static bool HasNames(Rule rule) => rule.Then.Steps.Any(step => step.IsName);

    // A name that stands twice is reported elsewhere.
    private static Dictionary<string, Step> StepsOf(IEnumerable<RuleSet> visible) =>
        visible.SelectMany(set => set.Steps).DistinctBy(step => step.Id.Value).ToDictionary(step => step.Id.Value, StringComparer.Ordinal);

    private static IReadOnlyList<Rule> Resolve(
        IReadOnlyList<Rule> rules,
        Dictionary<string, Step> known,
        ICollection<Diagnostic> diagnostics
    ) =>
        [
            .. rules.Select(rule =>
                HasNames(rule)
                    ? rule with
                    {
                        Then = rule.Then with { Steps = [.. rule.Then.Steps.Select(step => Find(step, known, diagnostics))] },
                    }
                    : rule
            ),
        ];

    private static Step Find(Step step, Dictionary<string, Step> known, ICollection<Diagnostic> diagnostics)
    {
        if (!step.IsName)
            return step;
        if (known.TryGetValue(step.Id.Value, out var found))
            return found;
        var suggestion = step.Id.Value.Length > NameForm.Longest ? null : Spelling.Closest(step.Id.Value, known.Keys);
        diagnostics.Add(
            step.Id.Location.Report(
                ReadingCodes.UnknownStep,
                DiagnosticSeverity.Error,
                $"There is no step {JsonQuote.Short(step.Id.Value)} in this set or in a shared one. Define it under \"steps\", write "
                    + "it out "
                    + $"here, or correct the name.{Spelling.DidYouMean(suggestion)}",
                suggestion
            )
        );
        return step;
    }
}
