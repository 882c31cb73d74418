using AutoResolve.Conversations;
using AutoResolve.Decisions.Templates;
using AutoResolve.Languages;
using AutoResolve.Mails;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>
/// Works out what one rule comes to for one case: which steps are left, which answers are missing, what is said to whom.
/// </summary>
internal sealed class AppliedRuleBuilder
{
    private readonly RuleMatch _match;
    private readonly DecisionInput _input;
    private readonly RulePlan _plan;
    private readonly RuleQuestions _questions;
    private readonly RuleSteps _steps;
    private readonly RuleTexts _texts;

    public AppliedRuleBuilder(RuleMatch match, RulePlans plans, ConversationProfile profile, DecisionInput input)
    {
        (_match, _input, _plan) = (match, input, plans[match.Rule.Rule]);
        _questions = RuleQuestions.Of(match, profile, input);
        _steps = new RuleSteps(match, profile, input);
        _texts = new RuleTexts(
            match.Rule.Rule.Then,
            _plan,
            plans,
            new TemplateValues(_questions.Fill(input.Text.Issue), match.Rule.Reference, input.Facts),
            input
        );
    }

    private CompiledRule Rule => _match.Rule;

    private Then Then => Rule.Rule.Then;

    private string Team => Then.Team ?? Rule.Rule.Owner;

    private bool HandsOn => Then.Outcome is not (RuleOutcome.Answer or RuleOutcome.Fix or RuleOutcome.Ignore);

    public AppliedRule Apply()
    {
        var tried = _steps.Tried();
        var effect = Decide(tried);
        if (effect.Actions.Count > 0 && (_input.LacksHandlers || _plan.MissingHandlers.Count > 0))
            effect = ToPerson(ResolutionReason.HandlerMissing, $"The host has no handler for what it does ({Lacking()})");
        else if (_texts.Missing.Count > 0)
            effect = WithoutValues();
        else if (!_texts.AreInLanguage)
            effect = ToPerson(ResolutionReason.LanguageMissing, LackOfLanguage());
        return tried.Count == 0 ? effect : effect with { Tried = [.. tried.Select(step => step.Id.Value)] };
    }

    private AppliedRule Decide(IReadOnlyList<Step> tried)
    {
        if (_questions.Blocking.Count > 0)
            return _questions.BlockingToPut.Count > 0 && CanBeAsked ? Asking(tried) : AsItIs(tried);
        if (!_steps.IsExhausted(tried, _plan))
            return HandsOn ? HandOn(Then.Outcome!.Value, null, null, "", ResolutionReason.RuleMatched, tried) : Settle(tried);
        return HandOn(
            Then.WhenAllTried?.Outcome ?? RuleOutcome.Escalate,
            Then.WhenAllTried?.Team,
            Then.WhenAllTried?.Tier,
            Then.Steps.Count > 0 ? "Every step that it offers was already tried. " : "What it says or does was said or done before. ",
            ResolutionReason.AllStepsTried,
            tried
        );
    }

    // A machine makes a loop of what is asked, and an office does not know.
    private bool CanBeAsked => _input.Author is not (Author.Machine or Author.Official);

    /// <summary>What the rule itself settles.</summary>
    private AppliedRule Settle(IReadOnlyList<Step> tried)
    {
        if (Then.Outcome == RuleOutcome.Ignore)
            return new AppliedRule
            {
                Outcome = Outcome.Ignored,
                Consequence = "Nothing is to be done.",
                Tier = Then.Tier,
            };
        var effect = new AppliedRule
        {
            Outcome = Then.Outcome == RuleOutcome.Fix ? Outcome.Fixed : Outcome.Answered,
            Team = Then.Team,
            Tier = Then.Tier,
            Answer = _texts.Answer(tried, _steps.HasAnswered),
            Actions = _texts.Actions(),
        };
        if (effect.Answer is null || CanBeAsked)
            return effect;
        return _input.Author == Author.Machine
            ? ToPerson(ResolutionReason.SentByMachine, $"A machine sent the message{Sign()} and must not be answered")
            : ToPerson(ResolutionReason.WrittenByOfficial, "An office wrote, which only persons answer");
    }

    private AppliedRule HandOn(
        RuleOutcome outcome,
        string? team,
        int? tier,
        string because,
        ResolutionReason reason,
        IReadOnlyList<Step> tried
    )
    {
        team ??= Team;
        var complete = Rule.Ask.Count > 0 && _questions.Open.Count == 0 ? "Everything that the team asks for is there. " : "";
        var open = _questions.Open.Count == 0 ? "" : $" What is missing: {Names(_questions.Open)}.";
        var effect = new AppliedRule
        {
            Outcome = outcome == RuleOutcome.Escalate ? Outcome.Escalated : Outcome.Routed,
            Reason = reason,
            Consequence = $"{because}{complete}It {(outcome == RuleOutcome.Escalate ? "escalates" : "goes")} to team {team}.{open}",
            Team = team,
            Tier = tier ?? Then.Tier,
            OpenQuestions = _texts.List(_questions.Open),
            Actions = HandsOn && reason == ResolutionReason.RuleMatched && !_steps.HasDone(_plan) ? _texts.Actions() : [],
        };
        return CanBeAsked
            ? effect with
            {
                Questions = _texts.CanSay(_questions.ToPut) ? _texts.Say(_questions.ToPut) : [],
                Answer = Advice(tried),
            }
            : effect;
    }

    /// <summary>Until a question is answered that holds the case up.</summary>
    private AppliedRule Asking(IReadOnlyList<Step> tried) =>
        new()
        {
            Outcome = Outcome.Asked,
            Reason = ResolutionReason.FactsMissing,
            Consequence = $"{Subject()} is asked first for what is missing: {Names(_questions.Blocking)}.",
            Team = Team,
            Tier = Then.Tier,
            Questions = _texts.Say(HandsOn ? _questions.ToPutBlockingFirst : _questions.BlockingToPut),
            OpenQuestions = _texts.List(_questions.Open),
            Answer = Advice(tried),
        };

    /// <summary>What was asked and holds the case up is not asked again.</summary>
    private AppliedRule AsItIs(IReadOnlyList<Step> tried)
    {
        if (_input.Author == Author.Machine)
            return ToPerson(ResolutionReason.SentByMachine, $"A machine sent the message{Sign()} and must not be asked");
        return HandOn(
            Then.Outcome == RuleOutcome.Escalate ? RuleOutcome.Escalate : RuleOutcome.Route,
            null,
            null,
            CanBeAsked ? $"{Subject()} was asked before. " : "An office wrote, which is not asked. ",
            ResolutionReason.QuestionsOpen,
            tried
        );
    }

    // What helps meanwhile is said at once; what an answer or a fix is made of waits for what it depends on.
    private Answer? Advice(IReadOnlyList<Step> tried) => HandsOn && CanBeAsked ? _texts.Answer(tried, _steps.HasAnswered) : null;

    private string Subject() => _input.Author == Author.Agent ? "The agent" : "The customer";

    private string Sign()
    {
        var sign = _input.Newest is { } newest ? MachineMail.SignOf(newest.Turn) : MachineMail.SignOf(_input.Text.Issue);
        return sign is null ? "" : $" ({sign})";
    }

    private static string Names(IReadOnlyList<CompiledQuestion> questions)
    {
        var names = questions[0].Definition.Name.Value;
        for (var at = 1; at < questions.Count; at++)
            names = $"{names}, {questions[at].Definition.Name.Value}";
        return names;
    }

    private string Lacking() =>
        string.Join(", ", _input.LacksHandlers ? _plan.Actions.Select(action => action.Handler).Distinct() : _plan.MissingHandlers);

    private AppliedRule WithoutValues()
    {
        var isFact = _texts.Missing.Any(name => TemplateValues.FactOf(name) is not null);
        return ToPerson(
            ResolutionReason.ValueMissing,
            $"What it says or does needs {string.Join(", ", _texts.Missing)}, which {(isFact ? "is not known" : "the issue lacks")}"
        );
    }

    private AppliedRule ToPerson(ResolutionReason reason, string because) =>
        new()
        {
            Outcome = Outcome.Escalated,
            Reason = reason,
            Consequence = $"{because}, so it escalates to team {Team}.",
            Team = Team,
            Tier = Then.Tier,
            OpenQuestions = _texts.List(_questions.Open),
        };

    private string LackOfLanguage()
    {
        var locale = _input.Text.Issue.Locale;
        if (_input.Language is { IsRead: true } read)
            return $"What it says is not in the language of the text ({read.Tag})";
        if (_input.Language is not null)
            return $"What it says is not in the customer's language ({Printable(_input.Text.Locale)})";
        return LanguageTag.IsNone(locale)
            ? $"The issue's locale ({Printable(locale!)}) is no language tag, such as en or es-MX, and its text tells no language"
            : $"The language of the issue is not certain, and what it says is not in that of issues without one ({_input.DefaultLocale})";
    }

    // The locale comes with the issue, so it may be anything.
    private static string Printable(string locale) =>
        locale.Length <= 20 && locale.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? locale : "unknown";
}
