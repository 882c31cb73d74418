using AutoResolve.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Decisions;

/// <summary>
/// What a rule would do, as one text: equal for rules that would do the same. Notes and tags file an issue; they do nothing.
/// </summary>
internal static class OutcomeFingerprint
{
    public static string Of(Rule rule)
    {
        var then = rule.Then;
        var team = then.Team ?? rule.Owner;
        var fingerprint = new JObject
        {
            ["outcome"] = then.Outcome?.ToString(),
            ["team"] = team,
            ["tier"] = then.Tier,
            ["answer"] = Texts(then.Answer),
            ["answerToAgent"] = Texts(then.AnswerToAgent),
            ["steps"] = new JArray(
                then.Steps.Select(step => new JObject
                {
                    ["id"] = step.Id.Value,
                    ["say"] = Texts(step.Say),
                    ["sayToAgent"] = Texts(step.SayToAgent),
                })
            ),
            ["ask"] = new JArray(
                then.Ask.Select(asked => new JObject { ["question"] = asked.Question.Value, ["blocking"] = asked.IsBlocking })
            ),
            ["actions"] = new JArray(
                then.Actions.Select(action => new JObject { ["do"] = action.Handler.Value, ["with"] = Sorted(action.With) })
            ),
        };
        if (then.Steps.Count > 0)
        {
            fingerprint["whenAllTried"] = new JObject
            {
                ["outcome"] = (then.WhenAllTried?.Outcome ?? RuleOutcome.Escalate).ToString(),
                ["team"] = then.WhenAllTried?.Team ?? team,
                ["tier"] = then.WhenAllTried?.Tier ?? then.Tier,
            };
        }

        // A text that prints the rule's own title says something else for every rule.
        var text = fingerprint.ToString(Formatting.None);
        return text.Contains("{{", StringComparison.Ordinal) && text.Contains("rule.", StringComparison.Ordinal)
            ? $"{text} {rule.Id.Value}"
            : text;
    }

    private static JObject? Texts(LocalizedText? text) =>
        text is null
            ? null
            : new JObject(
                text.Texts.GroupBy(entry => entry.Key.ToLowerInvariant())
                    .OrderBy(entries => entries.Key, StringComparer.Ordinal)
                    .Select(entries => new JProperty(entries.Key, entries.First().Value.Value))
            );

    private static JToken Sorted(JToken token) =>
        token switch
        {
            JObject value => new JObject(
                value
                    .Properties()
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new JProperty(property.Name, Sorted(property.Value)))
            ),
            JArray list => new JArray(list.Select(Sorted)),
            _ => token,
        };
}
