using AutoResolve.Decisions.Templates;
using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>Works out what one rule comes to for one issue: which steps are left, which answers are missing, what the answer says.</summary>
internal sealed class RuleApplication(RuleMatch match, RulePlans plans, DecisionInput input)
{
    private const int MostQuestions = 3;

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
            ? HandOn(Then.WhenAllTried?.Outcome ?? RuleOutcome.Escalate, Then.WhenAllTried?.Team, Then.WhenAllTried?.Tier, "Every step that it offers was already tried. ", ResolutionReason.AllStepsTried)
            : WithTexts(Outset(), tried);
        if (_values.Missing.Count > 0)
            effect = WithoutValues();
        else if (!_isInLanguage)
            effect = WithoutReader(ResolutionReason.LanguageMissing, $"What it says is not in the customer's language ({Printable(input.Text.Locale)})");
        else if ((effect.Answer is not null || effect.Questions.Count > 0) && MachineMail.HeaderOf(input.Text.Issue) is { } header)
            effect = WithoutReader(ResolutionReason.SentByMachine, $"A machine sent the message ({header}) and must not be answered");
        return effect with { Tried = [.. tried.Select(step => step.Id.Value)] };
    }

    // A rule that hands the issue on anyway does so whatever was tried, unless it says otherwise.
    private bool IsExhausted(List<Step> tried) =>
        tried.Count > 0 && tried.Count == Then.Steps.Count && (Then.WhenAllTried is not null || Then.Outcome is RuleOutcome.Answer or RuleOutcome.Fix);

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
        var missing = Rule.Ask.Where((question, place) => !IsAnswered(question, place)).ToList();
        if (missing.Count > 0)
        {
            return new Effect
            {
                Outcome = Outcome.Asked,
                Reason = ResolutionReason.FactsMissing,
                Consequence = $"{because}Before it goes to team {team}, the customer is asked for what is missing: {string.Join(", ", missing.Select(question => question.Definition.Name.Value))}.",
                Team = team,
                Tier = tier,
                Questions = [.. missing.Take(MostQuestions).Select(ToQuestion)],
            };
        }

        var complete = Rule.Ask.Count > 0 ? "Everything that the team asks for is there. " : "";
        return outcome == RuleOutcome.Escalate
            ? new Effect { Outcome = Outcome.Escalated, Reason = reason, Consequence = $"{because}{complete}It escalates to team {team}.", Team = team, Tier = tier }
            : new Effect { Outcome = Outcome.Routed, Reason = reason, Consequence = $"{because}{complete}It goes to team {team}.", Team = team, Tier = tier };
    }

    private Effect WithTexts(Effect effect, List<Step> tried)
    {
        if (effect.Outcome == Outcome.Asked)
            return effect;
        var answer = _plan.Answer is { } text ? InLanguage(text) : (KeyValuePair<string, CompiledTemplate>?)null;
        var steps = Then.Steps
            .Select((step, place) => (Step: step, Plan: _plan.Steps[place]))
            .Where(entry => !tried.Contains(entry.Step))
            .Select(entry => (entry.Step, Text: InLanguage(entry.Plan)))
            .ToList();
        return effect with
        {
            Answer = answer is null && steps.Count == 0 ? null : new Answer
            {
                Text = answer is null ? "" : Render(answer.Value.Value),
                Steps = [.. steps.Select(entry => new AnswerStep(entry.Step.Id.Value, Render(entry.Text.Value)))],
                Locale = answer?.Key ?? steps[0].Text.Key,
                Format = input.Format,
            },
            Actions = [.. _plan.Actions.Select(action => action.Render(_values))],
        };
    }

    private Effect WithoutValues()
    {
        var team = Then.Team ?? Rule.Rule.Owner;
        return new Effect
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.ValueMissing,
            Consequence = $"What it says or does needs {string.Join(", ", _values.Missing)}, which {(_values.Missing.Any(name => TemplateValues.FactOf(name) is not null) ? "is not known" : "the issue lacks")}, so it escalates to team {team}.",
            Team = team,
            Tier = Then.Tier,
        };
    }

    private Effect WithoutReader(ResolutionReason reason, string because)
    {
        var team = Then.Team ?? Rule.Rule.Owner;
        return new Effect { Outcome = Outcome.Escalated, Reason = reason, Consequence = $"{because}, so it escalates to team {team}.", Team = team, Tier = Then.Tier };
    }

    // The locale comes with the issue, so it may be anything.
    private static string Printable(string locale) => locale.Length <= 20 && locale.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? locale : "unknown";

    private List<Step> TriedSteps()
    {
        var tried = new List<Step>();
        for (var place = 0; place < Then.Steps.Count; place++)
        {
            var step = Then.Steps[place];
            if (input.Text.Issue.Tried.Contains(step.Id.Value, StringComparer.OrdinalIgnoreCase)
                || match.SaysTried(place))
            {
                tried.Add(step);
            }
        }

        return tried;
    }

    private bool IsAnswered(CompiledQuestion question, int place) =>
        (input.Text.Field(question.Definition.Field) is { } value && !string.IsNullOrWhiteSpace(value.Text))
        || match.SaysAnswered(place);

    private Question ToQuestion(CompiledQuestion question) => new(
        question.Definition.Name.Value,
        question.Definition.Field,
        Render(InLanguage(plans[question.Definition]).Value));

    private KeyValuePair<string, CompiledTemplate> InLanguage(LocalizedTemplate text)
    {
        var found = text.For(input.Text.Locale, input.DefaultLocale);
        var wanted = Language(input.Text.Locale);
        _isInLanguage &= wanted.Length == 0 || wanted.Equals(Language(found.Key), StringComparison.OrdinalIgnoreCase);
        return found;
    }

    private static ReadOnlySpan<char> Language(string locale)
    {
        var trimmed = locale.AsSpan().Trim();
        return trimmed.IndexOfAny('-', '_') is var end and >= 0 ? trimmed[..end] : trimmed;
    }

    private string Render(CompiledTemplate template) => AnswerEncoder.Encode(template.Render(_values), input.Format);
}
