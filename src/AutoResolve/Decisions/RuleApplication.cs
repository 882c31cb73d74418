using AutoResolve.Decisions.Templates;
using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>
/// Works out what one rule comes to for one issue: which steps are left, which answers are missing, what the answer says.
/// </summary>
internal sealed class RuleApplication(RuleMatch match, RulePlans plans, DecisionInput input)
{
    private const int MaxQuestions = 3;

    private readonly RulePlan _plan = plans[match.Rule.Rule];
    private readonly TemplateValues _values = new(input.Text.Issue, match.Rule.Reference, input.Facts);

    // Whether everything that the customer would read is in the customer's language.
    private bool _isInLanguage = true;

    private CompiledRule Rule => match.Rule;

    private Then Then => Rule.Rule.Then;

    public Effect Apply()
    {
        var tried = TriedSteps();
        var effect = IsExhausted(tried)
            ? HandOn(
                Then.WhenAllTried?.Outcome ?? RuleOutcome.Escalate,
                Then.WhenAllTried?.Team,
                Then.WhenAllTried?.Tier,
                "Every step that it offers was already tried. ",
                ResolutionReason.AllStepsTried)
            : WithTexts(Outset(), tried);
        if (effect.Actions.Count > 0 && (input.LacksHandlers || _plan.MissingHandlers.Count > 0))
            effect = WithoutReader(ResolutionReason.HandlerMissing, $"The host has no handler for what it does ({Lacking()})");
        else if (_values.Missing.Count > 0)
            effect = WithoutValues();
        else if (!_isInLanguage)
            effect = WithoutReader(
                ResolutionReason.LanguageMissing, $"What it says is not in the customer's language ({Printable(input.Text.Locale)})");
        else if ((effect.Answer is not null || effect.Questions.Count > 0) && MachineMail.HeaderOf(input.Text.Issue) is { } header)
            effect = WithoutReader(ResolutionReason.SentByMachine, $"A machine sent the message ({header}) and must not be answered");
        return tried.Count == 0 ? effect : effect with { Tried = [.. tried.Select(step => step.Id.Value)] };
    }

    /// <summary>The steps of the rule that were tried, in order.</summary>
    public IReadOnlyList<Step> TriedSteps()
    {
        List<Step>? tried = null;
        for (var place = 0; place < Then.Steps.Count; place++)
        {
            if (IsTried(Then.Steps[place]) || match.SaysTried(place))
                (tried ??= []).Add(Then.Steps[place]);
        }

        return tried ?? (IReadOnlyList<Step>)[];
    }

    private bool IsTried(Step step)
    {
        var known = input.Text.Issue.Tried;
        for (var at = 0; at < known.Count; at++)
        {
            if (known[at].Equals(step.Id.Value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private string Lacking() =>
        string.Join(", ", input.LacksHandlers ? _plan.Actions.Select(action => action.Handler).Distinct() : _plan.MissingHandlers);

    // A rule that hands the issue on anyway does so whatever was tried, unless it says otherwise.
    private bool IsExhausted(IReadOnlyList<Step> tried) =>
        tried.Count > 0
        && tried.Count == Then.Steps.Count
        && (Then.WhenAllTried is not null || Then.Outcome is RuleOutcome.Answer or RuleOutcome.Fix);

    private Effect Outset() => Then.Outcome switch
    {
        RuleOutcome.Answer => new Effect { Outcome = Outcome.Answered, Tier = Then.Tier },
        RuleOutcome.Fix => new Effect { Outcome = Outcome.Fixed, Tier = Then.Tier },
        RuleOutcome.Ignore => new Effect { Outcome = Outcome.Ignored, Consequence = "Nothing is to be done." },
        RuleOutcome.Ask or RuleOutcome.Route => HandOn(Then.Outcome.Value, Then.Team, Then.Tier, "", ResolutionReason.RuleMatched),
        _ => HandOn(RuleOutcome.Escalate, Then.Team, Then.Tier, "", ResolutionReason.RuleMatched),
    };

    // To a person: first the customer is asked for what that person would ask for.
    private Effect HandOn(RuleOutcome outcome, string? team, int? tier, string because, ResolutionReason reason)
    {
        team ??= Then.Team ?? Rule.Rule.Owner;
        tier ??= Then.Tier;
        if (MissingAnswers() is { } missing)
            return Asking(missing, team, tier, because);
        var complete = Rule.Ask.Count > 0 ? "Everything that the team asks for is there. " : "";
        return new Effect
        {
            Outcome = outcome == RuleOutcome.Escalate ? Outcome.Escalated : Outcome.Routed,
            Reason = reason,
            Consequence = $"{because}{complete}It {(outcome == RuleOutcome.Escalate ? "escalates" : "goes")} to team {team}.",
            Team = team,
            Tier = tier,
        };
    }

    private Effect Asking(List<CompiledQuestion> missing, string team, int? tier, string because)
    {
        var questions = new Question[Math.Min(missing.Count, MaxQuestions)];
        for (var at = 0; at < questions.Length; at++)
            questions[at] = ToQuestion(missing[at]);
        var names = string.Join(", ", missing.Select(question => question.Definition.Name.Value));
        return new Effect
        {
            Outcome = Outcome.Asked,
            Reason = ResolutionReason.FactsMissing,
            Consequence = $"{because}Before it goes to team {team}, the customer is asked for what is missing: {names}.",
            Team = team,
            Tier = tier,
            Questions = questions,
        };
    }

    // Null where nothing is missing.
    private List<CompiledQuestion>? MissingAnswers()
    {
        List<CompiledQuestion>? missing = null;
        for (var at = 0; at < Rule.Ask.Count; at++)
        {
            if (!IsAnswered(Rule.Ask[at], at))
                (missing ??= []).Add(Rule.Ask[at]);
        }

        return missing;
    }

    private Effect WithTexts(Effect effect, IReadOnlyList<Step> tried)
    {
        if (effect.Outcome == Outcome.Asked)
            return effect;
        var answer = AnswerOf(tried);
        var actions = Actions();
        return answer is null && actions.Length == 0 ? effect : effect with { Answer = answer, Actions = actions };
    }

    // Null where the rule says nothing, or nothing that was not tried.
    private Answer? AnswerOf(IReadOnlyList<Step> tried)
    {
        string? text = null;
        string? locale = null;
        if (_plan.Answer is { } plan)
            (locale, text) = Say(plan);
        List<AnswerStep>? steps = null;
        for (var place = 0; place < Then.Steps.Count; place++)
        {
            if (tried.Contains(Then.Steps[place]))
                continue;
            var (language, said) = Say(_plan.Steps[place]);
            locale ??= language;
            (steps ??= []).Add(new AnswerStep(Then.Steps[place].Id.Value, said));
        }

        return locale is null ? null : new Answer { Text = text ?? "", Steps = steps ?? [], Locale = locale, Format = input.Format };
    }

    private PlannedAction[] Actions()
    {
        if (_plan.Actions.Count == 0)
            return [];
        var actions = new PlannedAction[_plan.Actions.Count];
        for (var at = 0; at < actions.Length; at++)
            actions[at] = _plan.Actions[at].Render(_values);
        return actions;
    }

    private Effect WithoutValues()
    {
        var isFact = _values.Missing.Any(name => TemplateValues.FactOf(name) is not null);
        return WithoutReader(
            ResolutionReason.ValueMissing,
            $"What it says or does needs {string.Join(", ", _values.Missing)}, which {(isFact ? "is not known" : "the issue lacks")}");
    }

    private Effect WithoutReader(ResolutionReason reason, string because)
    {
        var team = Then.Team ?? Rule.Rule.Owner;
        return new Effect
        {
            Outcome = Outcome.Escalated,
            Reason = reason,
            Consequence = $"{because}, so it escalates to team {team}.",
            Team = team,
            Tier = Then.Tier,
        };
    }

    // The locale comes with the issue, so it may be anything.
    private static string Printable(string locale) =>
        locale.Length <= 20 && locale.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? locale : "unknown";

    private bool IsAnswered(CompiledQuestion question, int place) =>
        (input.Text.Field(question.Definition.Field) is { } value && !string.IsNullOrWhiteSpace(value.Text))
        || match.SaysAnswered(place);

    private Question ToQuestion(CompiledQuestion question) => new(
        question.Definition.Name.Value,
        question.Definition.Field,
        Say(plans[question.Definition].Say).Text);

    private (string Locale, string Text) Say(LocalizedTemplate text)
    {
        var found = text.For(input.Text.Locale, input.DefaultLocale);
        var wanted = Language(input.Text.Locale);
        _isInLanguage &= wanted.Length == 0 || wanted.Equals(Language(found.Key), StringComparison.OrdinalIgnoreCase);
        return (found.Key, found.Value.Encode(_values, input.Format));
    }

    private static ReadOnlySpan<char> Language(string locale)
    {
        var trimmed = locale.AsSpan().Trim();
        return trimmed.IndexOfAny('-', '_') is var end and >= 0 ? trimmed[..end] : trimmed;
    }
}
