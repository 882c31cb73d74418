using AutoResolve.Conditions;
using AutoResolve.Index;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>The conditions of signals, found as rules are: by the words of a text, which is read once for all of them.</summary>
internal sealed class CompiledSignals
{
    private readonly IndexedMatcher _matcher;
    private readonly Func<SignalSet, int, SignalSet> _add;

    private CompiledSignals(CompiledRule[] conditions, Signal[] signals, ProfileScopes scopes)
    {
        _add = (said, condition) => said.With(signals[condition]);
        var shared = scopes
            .All.SelectMany(scope => scope.Conditions.Values)
            .OfType<CompiledCondition>()
            .ToHashSet<CompiledCondition>(ReferenceEqualityComparer.Instance);
        Dictionary<string, LiteralRequirement?> patterns = new(StringComparer.Ordinal);
        foreach (var (pattern, requirement) in scopes.All.SelectMany(scope => scope.RequiredRuns))
            patterns[pattern] = requirement;
        _matcher = new IndexedMatcher(RuleIndexBuilder.Build(conditions, shared, patterns, new SpellingWords()));
    }

    /// <param name="entries">Their conditions, by language.</param>
    public static CompiledSignals Of(IEnumerable<ProfileEntry<NamedCondition>> entries)
    {
        var scopes = new ProfileScopes();
        List<CompiledRule> conditions = [];
        List<Signal> signals = [];
        foreach (var entry in entries)
        {
            if (Compile(entry, scopes) is not { } condition)
                continue;
            condition.Ordinal = conditions.Count;
            conditions.Add(condition);
            signals.Add(SignalOf(entry));
        }

        return new CompiledSignals([.. conditions], [.. signals], scopes);
    }

    /// <summary>The signal of which it is a condition.</summary>
    public static Signal SignalOf(ProfileEntry<NamedCondition> entry) => Enum.Parse<Signal>(entry.Name, ignoreCase: true);

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
        return new CompiledRule { Rule = rule, When = when };
    }

    /// <summary>Those that a text says in any language.</summary>
    public SignalSet In(MatchInput text) => _matcher.Aggregate(text, SignalSet.None, _add);
}
