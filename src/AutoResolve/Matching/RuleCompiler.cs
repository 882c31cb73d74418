using AutoResolve.Matching.Compiling;
using AutoResolve.Matching.Indexing;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>Resolves names and compiles conditions (AR3xxx). Reports every problem; the program holds the rules that are sound.</summary>
internal static class RuleCompiler
{
    public static RuleProgram Compile(IReadOnlyList<RuleSet> sets, bool allowExpressions, ICollection<Diagnostic> diagnostics)
    {
        var scope = new CompilationScope(sets, allowExpressions, diagnostics);
        CompileUnused(sets, scope);
        var compiled = sets
            .SelectMany(set => set.Rules.Select(rule => (Rule: rule, Set: set)))
            .OrderBy(pair => pair.Rule.Id.Value, StringComparer.Ordinal)
            .Select(pair => CompileRule(pair.Rule, pair.Set, scope))
            .OfType<CompiledRule>()
            .Where(rule => rule.Rule.Status != RuleStatus.Retired)
            .ToList();
        for (var ordinal = 0; ordinal < compiled.Count; ordinal++)
            compiled[ordinal].Ordinal = ordinal;
        var shared = scope.Conditions.Values.OfType<CompiledCondition>().ToHashSet<CompiledCondition>(ReferenceEqualityComparer.Instance);

        // What is broken is not used; a list that uses itself could not even be indexed.
        var broken = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var index = RuleIndexBuilder.Build([.. compiled.Where(rule => !broken && rule.Rule.Status != RuleStatus.Draft)], shared);
        return new RuleProgram { Rules = compiled, Matcher = new IndexedMatcher(index) };
    }

    // A broken list or condition is an error even where no rule uses it.
    private static void CompileUnused(IReadOnlyList<RuleSet> sets, CompilationScope scope)
    {
        foreach (var set in sets)
        {
            foreach (var list in set.Lists)
                new ListCompiler(scope).Compile(list, set);
            foreach (var named in set.Conditions)
                new NamedConditionCompiler(scope).Compile(named, set);
            foreach (var question in set.Questions)
                scope.AnsweredWhen[question] = question.AnsweredWhen is null ? null : new ConditionCompiler(set, scope, "").Compile(question.AnsweredWhen);
        }
    }

    private static CompiledRule? CompileRule(Rule rule, RuleSet set, CompilationScope scope)
    {
        var conditions = new ConditionCompiler(set, scope, rule.Location.Pointer);
        var when = conditions.Compile(rule.When);
        var triedWhen = rule.Then.Steps.Select(step => step.TriedWhen is null ? null : conditions.Compile(step.TriedWhen)).ToList();
        var ask = rule.Then.Ask.Select(id => CompileQuestion(id, set, scope)).OfType<CompiledQuestion>().ToList();
        if (when is null)
            return null;
        return new CompiledRule
        {
            Rule = rule,
            Reference = rule.ToReference(),
            When = when,
            Facts = [.. when.Facts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            TriedWhen = triedWhen,
            Ask = ask,
        };
    }

    private static CompiledQuestion? CompileQuestion(Located<string> id, RuleSet set, CompilationScope scope)
    {
        var known = scope.NamesOf(set).Questions;
        if (known.TryGetValue(id.Value, out var question))
            return new CompiledQuestion(question.Item, scope.AnsweredWhen.GetValueOrDefault(question.Item));
        scope.Report(
            id.Location,
            MatchingCodes.UnknownQuestion,
            $"There is no question '{id.Value}' in this set or in a shared one. Define it under \"questions\", or correct the name.",
            Spelling.Closest(id.Value, known.Keys));
        return null;
    }
}
