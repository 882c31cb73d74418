using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Matching.Compiling;
using AutoResolve.Matching.Indexing;
using AutoResolve.Matching.Phrases;
using AutoResolve.Matching.Requirements;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Conversations;

/// <summary>Compiles the profile of a rulebook, with the default one for what it leaves out.</summary>
internal static class ProfileCompiler
{
    /// <returns>The profile; null where the rulebook has none of its own.</returns>
    public static ConversationProfile? Compile(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        if (sets.FirstOrDefault(set => set.Profile is not null) is not { } own)
            return null;
        var found = diagnostics.Count;
        var profile = Combine([own, .. new VisibleSets(sets).From(own).Skip(1)], diagnostics);
        return diagnostics.Count == found ? profile : null;
    }

    /// <param name="sets">The set with the profile and those whose names it may use; none for the default profile alone.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    public static ConversationProfile Combine(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        var own = sets.Count > 0 ? sets[0] : null;
        CompilationScope[] scopes = own is null ? [new([DefaultProfile.Set], false)] : [new(sets, false), new([DefaultProfile.Set], false)];
        var signals = Merge(own, SignalsOf);
        var extractors = Merge(own, ExtractorsOf);
        CompilationScope ScopeOf(RuleSet set) => ReferenceEquals(set, own) ? scopes[0] : scopes[^1];

        var rules = signals.Select(signal => CompileSignal(signal, ScopeOf(signal.Set))).OfType<CompiledRule>().ToArray();
        var values = extractors
            .Select(extractor => (extractor.Name, Tests: CompileExtractor(extractor, ScopeOf(extractor.Set))))
            .GroupBy(extractor => extractor.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new CompiledExtractor([.. group.SelectMany(extractor => extractor.Tests)]), StringComparer.Ordinal);
        var problems = scopes.SelectMany(scope => scope.Diagnostics).ToList();
        foreach (var problem in problems)
            diagnostics.Add(problem);
        return new ConversationProfile(Index(problems.Count == 0 ? rules : [], scopes), [.. rules.Select(rule => Enum.Parse<Signal>(rule.Rule.Title, ignoreCase: true))], values);
    }

    /// <summary>The names of the extractors that questions may use.</summary>
    public static IEnumerable<string> ExtractorNames(IEnumerable<RuleSet> sets) =>
        sets.Append(DefaultProfile.Set).SelectMany(ExtractorsOf).Select(extractor => extractor.Name).Distinct(StringComparer.Ordinal);

    private static List<ProfileEntry<T>> Merge<T>(RuleSet? own, Func<RuleSet, IEnumerable<ProfileEntry<T>>> entriesOf)
    {
        List<ProfileEntry<T>> entries = own is null ? [] : [.. entriesOf(own)];
        return [.. entries, .. entriesOf(DefaultProfile.Set).Where(entry => !entries.Exists(entry.IsReplacedBy))];
    }

    private static IEnumerable<ProfileEntry<NamedCondition>> SignalsOf(RuleSet set) => (set.Profile?.Languages ?? [])
        .SelectMany(language => language.Signals.Select(signal => new ProfileEntry<NamedCondition>(set, language.Tag.Value, signal.Name.Value, signal)));

    private static IEnumerable<ProfileEntry<Extractor>> ExtractorsOf(RuleSet set) => (set.Profile?.Languages ?? [])
        .SelectMany(language => language.Extractors.Select(extractor => new ProfileEntry<Extractor>(set, language.Tag.Value, extractor.Name.Value, extractor)));

    // As a rule, so that the index finds it; nobody sees it but the index.
    private static CompiledRule? CompileSignal(ProfileEntry<NamedCondition> signal, CompilationScope scope)
    {
        if (!SignalCheck.Check(signal.Item, signal.Set, scope) || new ConditionCompiler(signal.Set, scope, "").Compile(signal.Item.Condition) is not { } when)
            return null;
        var rule = new Rule
        {
            Id = signal.Item.Name with { Value = $"{signal.Language}.{signal.Name}" },
            Set = signal.Set.Name.Value,
            Title = signal.Name,
            Type = "",
            Status = RuleStatus.Active,
            Owner = signal.Set.Owner,
            When = signal.Item.Condition,
            Then = new Then { Location = signal.Item.Name.Location },
            Location = signal.Item.Name.Location,
        };
        return new CompiledRule { Rule = rule, Reference = rule.ToReference(), When = when, Facts = [], TriedWhen = [], Ask = [], DependsOnFacts = false };
    }

    private static IEnumerable<ValueTest> CompileExtractor(ProfileEntry<Extractor> extractor, CompilationScope scope)
    {
        var phrases = new PhraseCompiler(extractor.Set, scope);
        return [.. extractor.Item.Tests.Select(ValueTest? (test) => test switch
        {
            RegexCondition regex => RegexCompiler.Compile(regex.Pattern, scope) is { } pattern ? new PatternValue(pattern) : null,
            PhrasesCondition words => new PhraseValue([.. words.Phrases.Select(phrase => phrases.Compile(phrase, phrase.Location.Pointer)).OfType<Phrase>()]),
            _ => throw new NotSupportedException($"A test of kind {test.GetType().Name}."),
        }).OfType<ValueTest>()];
    }

    private static IndexedMatcher Index(CompiledRule[] rules, IReadOnlyList<CompilationScope> scopes)
    {
        for (var ordinal = 0; ordinal < rules.Length; ordinal++)
            rules[ordinal].Ordinal = ordinal;
        var shared = scopes.SelectMany(scope => scope.Conditions.Values).OfType<CompiledCondition>().ToHashSet<CompiledCondition>(ReferenceEqualityComparer.Instance);
        Dictionary<string, RunRequirement?> patterns = [];
        foreach (var (pattern, requirement) in scopes.SelectMany(scope => scope.RequiredRuns))
            patterns[pattern] = requirement;
        return new IndexedMatcher(RuleIndexBuilder.Build(rules, shared, patterns));
    }
}
