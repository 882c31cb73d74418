using AutoResolve.Json;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Facts;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;

namespace AutoResolve.Rules.Linting;

/// <summary>Visits conditions with everything inside them.</summary>
internal static class ConditionWalker
{
    /// <summary>Every condition of every set: of live rules, of steps, named ones, of questions, of the profile.</summary>
    public static IEnumerable<Condition> AllConditions(IEnumerable<RuleSet> sets) =>
        sets.SelectMany(set =>
            set.Rules.Where(rule => rule.Status != RuleStatus.Retired)
                .SelectMany(ConditionsOf)
                .Concat(set.Conditions.SelectMany(named => Flatten(named.Condition)))
                .Concat(set.Questions.SelectMany(question => FlattenOptional(question.AnsweredWhen)))
                .Concat(set.Profile?.Languages.SelectMany(ConditionsOf) ?? [])
        );

    public static IEnumerable<Condition> ConditionsOf(Rule rule) =>
        Flatten(rule.When).Concat(rule.Then.Steps.SelectMany(step => FlattenOptional(step.TriedWhen)));

    private static IEnumerable<Condition> ConditionsOf(ProfileLanguage language) =>
        language
            .Signals.SelectMany(signal => Flatten(signal.Condition))
            .Concat(language.Extractors.SelectMany(extractor => extractor.Tests));

    public static IEnumerable<Condition> Flatten(Condition condition)
    {
        yield return condition;
        if (condition is not GroupCondition group)
            yield break;
        foreach (var child in (group.All ?? []).Concat(group.Any ?? []).Concat(group.None ?? []))
        {
            foreach (var inner in Flatten(child))
                yield return inner;
        }
    }

    /// <summary>The phrases of a leaf; empty for other conditions.</summary>
    public static IEnumerable<Located<string>> PhrasesOf(Condition condition) =>
        condition switch
        {
            PhrasesCondition phrases => phrases.Phrases,
            NearCondition near => near.Phrases,
            FieldCondition field => field.Comparisons.OfType<TextTest>().SelectMany(test => PhrasesOf(test.Test)),
            FactCondition fact => fact.Comparisons.OfType<TextTest>().SelectMany(test => PhrasesOf(test.Test)),
            _ => [],
        };

    private static IEnumerable<Condition> FlattenOptional(Condition? condition) => condition is null ? [] : Flatten(condition);
}
