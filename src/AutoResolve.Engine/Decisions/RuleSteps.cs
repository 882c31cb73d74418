using AutoResolve.Conversations;
using AutoResolve.Decisions.Templates;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>What of a rule's steps, answer and actions a case has had already.</summary>
internal sealed class RuleSteps(RuleMatch match, ConversationProfile profile, DecisionInput input)
{
    private Rule Rule => match.Rule.Rule;

    /// <summary>Whether the rule's answer was given.</summary>
    public bool HasAnswered => input.Memory.HasAnswered(Rule.Id.Value);

    /// <summary>The steps that were tried, or offered and of no help, in order.</summary>
    public IReadOnlyList<Step> Tried()
    {
        var steps = Rule.Then.Steps;
        List<Step>? tried = null;
        for (var place = 0; place < steps.Count; place++)
        {
            if (match.SaysTried(place) || input.Memory.HasOffered(steps[place], Rule.Id.Value) || IsTold(steps[place], place))
                (tried ??= []).Add(steps[place]);
        }

        return tried ?? (IReadOnlyList<Step>)[];
    }

    /// <summary>Whether the rule has nothing left that would be new.</summary>
    public bool IsExhausted(IReadOnlyList<Step> tried, RulePlan plan) =>
        Rule.Then.Outcome switch
        {
            RuleOutcome.Answer => Rule.Then.Steps.Count > 0 ? tried.Count == Rule.Then.Steps.Count : HasAnswered,
            RuleOutcome.Fix => HasDone(plan) || (Rule.Then.Steps.Count > 0 && tried.Count == Rule.Then.Steps.Count),

            // A rule that hands the issue on anyway does so whatever was tried, unless it says otherwise.
            _ => Rule.Then.WhenAllTried is not null && tried.Count > 0 && tried.Count == Rule.Then.Steps.Count,
        };

    /// <summary>Whether the rule's actions were done. With what was corrected since they are others.</summary>
    public bool HasDone(RulePlan plan)
    {
        if (plan.Actions.Count == 0)
            return false;
        List<PlannedAction>? now = null;
        foreach (var (reply, text) in input.Deeds)
        {
            if (reply.Rule == Rule.Id.Value && Plan(plan, text).SequenceEqual(now ??= [.. Plan(plan, input.Text)]))
                return true;
        }

        return false;
    }

    private IEnumerable<PlannedAction> Plan(RulePlan plan, MatchInput text)
    {
        var questions = RuleQuestions.Of(match.Within(text, input.Facts), profile, input with { Text = text });
        var values = new TemplateValues(questions.Fill(text.Issue), match.Rule.Reference, input.Facts);
        return plan.Actions.Select(action => action.Render(values));
    }

    // By its id, or in words.
    private bool IsTold(Step step, int place)
    {
        var known = input.Text.Issue.Tried;
        for (var at = 0; at < known.Count; at++)
        {
            if (known[at].Equals(step.Id.Value, StringComparison.OrdinalIgnoreCase))
                return true;
            if (
                match.Rule.TriedWhen[place] is { } when
                && known[at].Contains(' ', StringComparison.Ordinal)
                && when.Evaluate(Words(known[at]), FactValues.None) == Truth.True
            )
            {
                return true;
            }
        }

        return false;
    }

    private MatchInput Words(string told) =>
        MatchInput.Prepare(
            new Issue
            {
                Id = input.Text.Issue.Id,
                Text = told,
                Locale = input.Text.Issue.Locale,
            },
            input.DefaultLocale,
            input.Text.MaxLength,
            input.Work
        );
}
