using AutoResolve.Json;

namespace AutoResolve.Rules.Linting;

/// <summary>What a lint looks at.</summary>
/// <param name="Sets">All sets of the rulebook.</param>
/// <param name="Today">The day by which dates are judged, in UTC.</param>
/// <param name="DefaultLocale">The language that every text must have.</param>
internal sealed record LintContext(IReadOnlyList<RuleSet> Sets, DateOnly Today, string DefaultLocale)
{
    /// <summary>The rules that are still in use.</summary>
    public IEnumerable<Rule> LiveRules => Sets.SelectMany(set => set.Rules).Where(rule => rule.Status != RuleStatus.Retired);

    /// <summary>The languages of phrases, as sets and lists say them, and the default.</summary>
    public IEnumerable<string> Languages => StatedLanguages.Select(tag => tag.Value).Append(DefaultLocale);

    /// <summary>The languages of phrases, as sets and lists say them.</summary>
    public IEnumerable<Located<string>> StatedLanguages =>
        Sets.SelectMany(set => set.Lists.Select(list => list.Language).Prepend(set.Language)).OfType<Located<string>>();

    /// <summary>What customers read of rules in use, and of questions.</summary>
    public IEnumerable<LocalizedText> CustomerTexts =>
        LiveRules
            .SelectMany(TextsOf)
            .Concat(
                Sets.SelectMany(set => set.Questions).SelectMany(question => question.Texts.Where(text => text != question.SayToAgent))
            );

    /// <summary>The same, and what agents read.</summary>
    public IEnumerable<LocalizedText> Texts =>
        CustomerTexts
            .Concat(LiveRules.SelectMany(AgentTextsOf))
            .Concat(Sets.SelectMany(set => set.Questions).Select(question => question.SayToAgent).OfType<LocalizedText>());

    /// <summary>The same, each with the language of its set; null where any issue may be told it.</summary>
    public IEnumerable<(LocalizedText Text, string? Language)> TextsWithLanguage
    {
        get
        {
            foreach (var rule in LiveRules)
            {
                foreach (var text in TextsOf(rule).Concat(AgentTextsOf(rule)))
                    yield return (text, rule.Scope.Language);
            }

            foreach (var set in Sets)
            {
                foreach (var text in set.Questions.SelectMany(question => question.Texts))
                    yield return (text, set.Shared ? null : set.Language?.Value);
            }
        }
    }

    /// <summary>Every question that a rule in use asks, and the sets whose names the rule can use.</summary>
    public IEnumerable<(Rule Rule, AskedQuestion Asked, QuestionDefinition Question, IReadOnlyList<RuleSet> Visible)> Questions
    {
        get
        {
            var visible = new VisibleSets(Sets);
            foreach (var set in Sets.Where(set => set.Rules.Any(rule => rule.Then.Ask.Count > 0)))
            {
                var names = visible.From(set);
                var questions = names
                    .SelectMany(other => other.Questions)
                    .ToLookup(question => question.Name.Value, StringComparer.Ordinal);
                foreach (var rule in set.Rules.Where(rule => rule.Status != RuleStatus.Retired))
                {
                    foreach (var asked in rule.Then.Ask)
                        yield return (rule, asked, questions[asked.Question.Value].First(), names);
                }
            }
        }
    }

    /// <summary>The answer and the steps of a rule.</summary>
    public static IEnumerable<LocalizedText> TextsOf(Rule rule) =>
        rule.Then.Steps.Select(step => step.Say).Append(rule.Then.Answer).OfType<LocalizedText>();

    /// <summary>The same as agents read them, where that differs.</summary>
    public static IEnumerable<LocalizedText> AgentTextsOf(Rule rule) =>
        rule.Then.Steps.Select(step => step.SayToAgent).Append(rule.Then.AnswerToAgent).OfType<LocalizedText>();
}
