using AutoResolve.Decisions.Templates;
using AutoResolve.Languages;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>What a rule says in a case, in the words for whoever reads it.</summary>
internal sealed class RuleTexts(Then then, RulePlan plan, RulePlans plans, TemplateValues values, DecisionInput input)
{
    /// <summary>Whether everything that was said is in the reader's language.</summary>
    public bool AreInLanguage { get; private set; } = true;

    /// <inheritdoc cref="TemplateValues.Missing"/>
    public IReadOnlyCollection<string> Missing => values.Missing;

    private bool IsForAgent => input.Author == Author.Agent;

    private Author Reader => IsForAgent ? Author.Agent : Author.Customer;

    /// <summary>The rule's answer; null where it says nothing, or nothing that was not said or tried.</summary>
    /// <param name="tried">The steps that are left out.</param>
    /// <param name="isGiven">Whether the text was given before.</param>
    public Answer? Answer(IReadOnlyList<Step> tried, bool isGiven)
    {
        string? text = null;
        string? locale = null;
        if (plan.Answer is { } answer && !isGiven)
            (locale, text) = Say((IsForAgent ? plan.AnswerToAgent : null) ?? answer);
        List<AnswerStep>? steps = null;
        for (var place = 0; place < plan.Steps.Count; place++)
        {
            if (tried.Contains(then.Steps[place]))
                continue;
            var (language, said) = Say((IsForAgent ? plan.StepsToAgent[place] : null) ?? plan.Steps[place]);
            locale ??= language;
            (steps ??= []).Add(new AnswerStep(then.Steps[place].Id.Value, said));
        }

        return locale is null
            ? null
            : new Answer
            {
                Text = text ?? "",
                Steps = steps ?? [],
                Locale = locale,
                Reader = Reader,
                Format = input.Format,
            };
    }

    /// <summary>Questions for whoever wrote.</summary>
    public IReadOnlyList<Question> Say(IReadOnlyList<CompiledQuestion> questions) =>
        Each(questions, static (texts, question) => texts.Say(question));

    /// <summary>Questions as staff read them.</summary>
    public IReadOnlyList<Question> List(IReadOnlyList<CompiledQuestion> questions) =>
        Each(questions, static (texts, question) => texts.List(question));

    /// <summary>Whether questions can be put in the language of whoever wrote.</summary>
    public bool CanSay(IReadOnlyList<CompiledQuestion> questions)
    {
        foreach (var question in questions)
        {
            if (!IsWanted(SayOf(question).For(input.Locale, input.DefaultLocale).Key))
                return false;
        }

        return true;
    }

    public IReadOnlyList<PlannedAction> Actions()
    {
        if (plan.Actions.Count == 0)
            return [];
        var actions = new PlannedAction[plan.Actions.Count];
        for (var at = 0; at < actions.Length; at++)
            actions[at] = plan.Actions[at].Render(values);
        return actions;
    }

    private Question[] Each(IReadOnlyList<CompiledQuestion> questions, Func<RuleTexts, CompiledQuestion, Question> say)
    {
        if (questions.Count == 0)
            return [];
        var said = new Question[questions.Count];
        for (var at = 0; at < said.Length; at++)
            said[at] = say(this, questions[at]);
        return said;
    }

    private Question Say(CompiledQuestion question)
    {
        var texts = plans[question.Definition];
        var said = Say(SayOf(question)).Text;
        return new Question(question.Definition.Name.Value, question.Definition.Field, said)
        {
            Label = texts.Label is { } label ? Told(label, input.Format) : null,
            PlainText = input.Format == AnswerFormat.PlainText ? said : Told(SayOf(question), AnswerFormat.PlainText),
            Choices =
                texts.Choices.Count == 0
                    ? []
                    : [.. texts.Choices.Select(choice => new Choice(choice.Value, Told(choice.Say, input.Format)))],
            Reader = Reader,
            IsBlocking = question.IsBlocking,
        };
    }

    private Question List(CompiledQuestion question)
    {
        var say = plans[question.Definition].SayToAgent ?? plans[question.Definition].Say;
        var text = say.For(input.DefaultLocale, input.DefaultLocale).Value.Encode(values, AnswerFormat.PlainText);
        return new Question(question.Definition.Name.Value, question.Definition.Field, text)
        {
            IsBlocking = question.IsBlocking,
            Reader = Author.Agent,
        };
    }

    private LocalizedTemplate SayOf(CompiledQuestion question) =>
        (IsForAgent ? plans[question.Definition].SayToAgent : null) ?? plans[question.Definition].Say;

    private string Told(LocalizedTemplate text, AnswerFormat format) =>
        text.For(input.Locale, input.DefaultLocale).Value.Encode(values, format);

    private (string Locale, string Text) Say(LocalizedTemplate text)
    {
        var found = text.For(input.Locale, input.DefaultLocale);
        AreInLanguage &= IsWanted(found.Key);
        return (found.Key, found.Value.Encode(values, input.Format));
    }

    private bool IsWanted(string locale) => LanguageTag.Primary(input.Locale).IsEmpty || LanguageRelations.AreSame(input.Locale, locale);
}
