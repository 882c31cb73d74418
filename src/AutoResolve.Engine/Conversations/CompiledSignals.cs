using AutoResolve.Conditions;
using AutoResolve.Index;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>The conditions of one signal, found as rules are: by the words of a text.</summary>
internal sealed class CompiledSignal
{
    private readonly IndexedMatcher _matcher;

    private CompiledSignal(IReadOnlyList<CompiledRule> conditions, ProfileScopes scopes)
    {
        var shared = scopes
            .All.SelectMany(scope => scope.Conditions.Values)
            .OfType<CompiledCondition>()
            .ToHashSet<CompiledCondition>(ReferenceEqualityComparer.Instance);
        Dictionary<string, LiteralRequirement?> patterns = new(StringComparer.Ordinal);
        foreach (var (pattern, requirement) in scopes.All.SelectMany(scope => scope.RequiredRuns))
            patterns[pattern] = requirement;
        _matcher = new IndexedMatcher(RuleIndexBuilder.Build(conditions, shared, patterns, new SpellingWords()));
    }

    /// <param name="entries">Its conditions, by language.</param>
    public static CompiledSignal Of(IReadOnlyList<ProfileEntry<NamedCondition>> entries)
    {
        var scopes = new ProfileScopes();
        var conditions = entries.Select(entry => Compile(entry, scopes)).OfType<CompiledRule>().ToArray();
        for (var ordinal = 0; ordinal < conditions.Length; ordinal++)
            conditions[ordinal].Ordinal = ordinal;
        return new CompiledSignal(conditions, scopes);
    }

    /// <returns>The condition as a rule that nobody sees but the index; null where it is broken, which is then reported.</returns>
    public static CompiledRule? Compile(ProfileEntry<NamedCondition> entry, ProfileScopes scopes)
    {
        var scope = scopes.Of(entry);
        if (
            !SignalCheck.Check(entry.Item, entry.Set, scope)
            || new ConditionCompiler(entry.Set, scope, "", PhraseReading.Exact).Compile(entry.Item.Condition) is not { } when
        )
            return null;
        var rule = new Rule
        {
            Id = entry.Item.Name with { Value = $"{entry.Language}.{entry.Name}" },
            Set = entry.Set.Name.Value,
            Title = entry.Name,
            Type = "",
            Status = RuleStatus.Active,
            Owner = entry.Set.Owner,
            When = entry.Item.Condition,
            Then = new Then { Location = entry.Item.Name.Location },
            Location = entry.Item.Name.Location,
        };
        return new CompiledRule
        {
            Rule = rule,
            Reference = rule.ToReference(),
            When = when,
            Facts = [],
            TriedWhen = [],
            Ask = [],
            DependsOnFacts = false,
        };
    }

    /// <summary>Whether a text says it in any language.</summary>
    public bool Holds(MatchInput text) => _matcher.Match(text, FactValues.None).Matches.Count > 0;
}
