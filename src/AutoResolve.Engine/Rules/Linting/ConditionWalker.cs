namespace AutoResolve.Rules.Linting;

/// <summary>Visits conditions with everything inside them.</summary>
internal static class ConditionWalker
{
    /// <summary>Every condition of every set: of live rules, of steps, named ones, of what takes all rules away, of questions, of the
    /// profile.</summary>
    public static IEnumerable<Condition> AllConditions(IEnumerable<RuleSet> sets) =>
        sets.SelectMany(set =>
            set.Rules.Where(rule => rule.Status != RuleStatus.Retired)
                .SelectMany(ConditionsOf)
                .Concat(set.Conditions.Concat(set.None).SelectMany(named => Flatten(named.Condition)))
                .Concat(set.Steps.SelectMany(step => FlattenOptional(step.TriedWhen)))
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
        foreach (var child in condition.Inside)
        {
            foreach (var inner in Flatten(child))
                yield return inner;
        }
    }

    private static IEnumerable<Condition> FlattenOptional(Condition? condition) => condition is null ? [] : Flatten(condition);
}
