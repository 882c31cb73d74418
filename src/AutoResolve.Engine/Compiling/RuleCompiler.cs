using AutoResolve.Conditions;
using AutoResolve.Expressions;
using AutoResolve.Index;
using AutoResolve.Matching;
using AutoResolve.Operators;
using AutoResolve.Operators.Uses;
using AutoResolve.Rules;
using AutoResolve.Words.Inflection;

namespace AutoResolve.Compiling;

/// <summary>Resolves names and compiles conditions (AR3xxx). Reports every problem; the program holds the rules that are sound.</summary>
internal static class RuleCompiler
{
    /// <param name="sets">All sets.</param>
    /// <param name="expressions">Reads expressions, or says why not.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    /// <param name="threads">How many threads to use.</param>
    /// <param name="locale">The language of sets that say none.</param>
    /// <param name="findsWordings">Whether phrases find other wordings than that of their author.</param>
    public static RuleProgram Compile(
        IReadOnlyList<RuleSet> sets,
        ExpressionReader expressions,
        ICollection<Diagnostic> diagnostics,
        int threads,
        string locale = WordLanguage.English,
        bool findsWordings = true
    )
    {
        var scope = new CompilationScope(sets, OperatorCatalog.All, expressions, locale, findsWordings);
        CompileUnused(sets, scope);
        var rules = sets.SelectMany(set => set.Rules.Select(rule => (Rule: rule, Set: set)))
            .OrderBy(pair => pair.Rule.Id.Value, StringComparer.Ordinal)
            .ToArray();
        var compiled = CompileRules(rules, scope, threads)
            .OfType<CompiledRule>()
            .Where(rule => rule.Rule.Status != RuleStatus.Retired)
            .ToArray();
        for (var ordinal = 0; ordinal < compiled.Length; ordinal++)
            compiled[ordinal].Ordinal = ordinal;
        foreach (var diagnostic in scope.Diagnostics)
            diagnostics.Add(diagnostic);

        // What is broken is not used; a list that uses itself could not even be indexed.
        var broken = scope.Diagnostics.Count > 0;
        var shared = scope.Conditions.Values.OfType<CompiledCondition>().ToHashSet<CompiledCondition>(ReferenceEqualityComparer.Instance);
        var index = RuleIndexBuilder.Build(broken ? [] : compiled, shared, scope.RequiredRuns, scope.Words);
        return new RuleProgram { Rules = compiled, Matcher = new IndexedMatcher(index) };
    }

    // A broken list or condition is an error even where no rule uses it.
    private static void CompileUnused(IReadOnlyList<RuleSet> sets, CompilationScope scope)
    {
        foreach (var set in sets)
        {
            var reading = set.Guard ? PhraseReading.OfGuard : PhraseReading.OfRule;
            foreach (var list in set.Lists)
                new ListCompiler(scope).Compile(list, set, reading);
            foreach (var named in set.Conditions)
                new NamedConditionCompiler(scope).Compile(named, set, reading);
            foreach (var question in set.Questions)
                scope.AnsweredWhen[question] = question.AnsweredWhen is null
                    ? null
                    : new ConditionCompiler(set, scope, "", PhraseReading.OfRule).Compile(question.AnsweredWhen);
            foreach (var step in set.Steps)
                scope.TriedWhen[step] = step.TriedWhen is null
                    ? null
                    : new ConditionCompiler(set, scope, "", PhraseReading.OfRule).Compile(step.TriedWhen);
            CompileNone(set, scope);
        }
    }

    // Problems are gathered rule by rule, so that their order does not depend on the threads.
    private static CompiledRule?[] CompileRules((Rule Rule, RuleSet Set)[] rules, CompilationScope scope, int threads)
    {
        var compiled = new CompiledRule?[rules.Length];
        var problems = new Diagnostic[]?[rules.Length];
        Parallel.For(
            0,
            rules.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new CompilationScope(scope),
            (number, _, own) =>
            {
                compiled[number] = CompileRule(rules[number].Rule, rules[number].Set, own);
                if (own.Diagnostics.Count > 0)
                    problems[number] = [.. own.Diagnostics];
                own.Diagnostics.Clear();
                return own;
            },
            _ => { }
        );
        scope.Diagnostics.AddRange(problems.OfType<Diagnostic[]>().SelectMany(found => found));
        return compiled;
    }

    private static CompiledRule? CompileRule(Rule rule, RuleSet set, CompilationScope scope)
    {
        var conditions = new ConditionCompiler(
            set,
            scope,
            rule.Location.Pointer,
            rule.Guard ? PhraseReading.OfGuard : PhraseReading.OfRule
        );
        var when = CompileWhen(rule, set, conditions, scope);
        CompiledCondition?[] triedWhen = [.. rule.Then.Steps.Select(step => CompileTried(step, conditions, scope))];
        CompiledQuestion[] ask = [.. rule.Then.Ask.Select(asked => CompileQuestion(asked, set, scope)).OfType<CompiledQuestion>()];
        if (when is null)
            return null;
        string[] facts = [.. when.Facts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new CompiledRule
        {
            Rule = rule,
            When = when,
            Parts = facts.Length + triedWhen.Length + ask.Length == 0 ? RuleParts.None : new RuleParts(facts, triedWhen, ask),
        };
    }

    // What takes away all rules of a set stands beside what the rule says itself.
    private static CompiledCondition? CompileWhen(Rule rule, RuleSet set, ConditionCompiler conditions, CompilationScope scope)
    {
        var when = conditions.Compile(rule.When);
        if (when is null || set.None.Count == 0)
            return when;
        var none = CompileNone(set, scope);
        if (none.Contains(null))
            return null;
        var own =
            when is CombinedCondition { Combination: Combination.All } group && group.Pointer == conditions.Shorten(rule.When.Location)
                ? group.Children
                : [when];
        var others = new CombinedCondition(Combination.None, none.OfType<CompiledCondition>()) { Pointer = "/none" };
        return new CombinedCondition(Combination.All, own.Append(others)) { Pointer = when.Pointer };
    }

    private static List<CompiledCondition?> CompileNone(RuleSet set, CompilationScope scope)
    {
        var compiler = new NamedConditionCompiler(scope);
        return [.. set.None.Select(condition => compiler.Compile(condition, set, PhraseReading.Exact))];
    }

    private static CompiledCondition? CompileTried(Step step, ConditionCompiler conditions, CompilationScope scope)
    {
        if (scope.TriedWhen.TryGetValue(step, out var known))
            return known;
        return step.TriedWhen is null ? null : conditions.Compile(step.TriedWhen);
    }

    private static CompiledQuestion? CompileQuestion(AskedQuestion asked, RuleSet set, CompilationScope scope)
    {
        var id = asked.Question;
        var known = scope.NamesOf(set).Questions;
        if (known.TryGetValue(id.Value, out var question))
            return new CompiledQuestion(question.Item, scope.AnsweredWhen.GetValueOrDefault(question.Item), asked.IsBlocking);
        scope.Report(
            id.Location,
            MatchingCodes.UnknownQuestion,
            $"There is no question '{id.Value}' in this set or in a shared one. Define it under \"questions\", or correct the name.",
            Spelling.Closest(id.Value, known.Keys)
        );
        return null;
    }
}
