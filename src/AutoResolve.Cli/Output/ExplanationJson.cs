using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of an explanation.</summary>
internal static class ExplanationJson
{
    public static JObject Of(Explanation explanation) =>
        new()
        {
            ["winner"] = explanation.Winner is { } winner ? Of(winner) : null,
            ["runnersUp"] = new JArray(explanation.RunnersUp.Select(runnerUp => With(Of(runnerUp.Match), "why", runnerUp.Why))),
            ["also"] = new JArray(explanation.Also.Select(Of)),
            ["nearMisses"] = new JArray(
                explanation.NearMisses.Select(miss => With(With(Of(miss.Match), "pointer", miss.Pointer), "failed", miss.Failed))
            ),
            ["denied"] = new JArray(
                explanation.Denied.Select(denied => new JObject
                {
                    ["rule"] = ResolutionJson.Of(denied.Rule),
                    ["evidence"] = new JArray(denied.Evidence.Select(Of)),
                })
            ),
            ["skipped"] = new JArray(
                explanation.Skipped.Select(skipped =>
                    With(With(Of(skipped.Match), "why", JsonOutput.Name(skipped.Why)), "summary", skipped.Summary)
                )
            ),
            ["leftOut"] = new JArray(
                explanation.LeftOut.Select(part => new JObject
                {
                    ["turn"] = part.Turn,
                    ["start"] = part.Start,
                    ["length"] = part.Length,
                    ["kind"] = JsonOutput.Name(part.Kind),
                    ["reason"] = JsonOutput.Name(part.Reason),
                    ["readByGuards"] = part.IsReadByGuards,
                })
            ),
            ["facts"] = new JArray(
                explanation.Resolution.Facts.Select(fact => new JObject
                {
                    ["name"] = fact.Name,
                    ["value"] = fact.Value,
                    ["problem"] = fact.Problem,
                })
            ),
            ["rulesInRulebook"] = explanation.RulesInRulebook,
            ["rulesEvaluated"] = explanation.RulesEvaluated,
        };

    public static JObject Of(Evidence evidence) =>
        new()
        {
            ["source"] = evidence.Source,
            ["turn"] = evidence.Turn,
            ["start"] = evidence.Start,
            ["length"] = evidence.Length,
            ["pointer"] = evidence.Pointer,
            ["condition"] = evidence.Condition,
            ["readAs"] = evidence.ReadAs,
        };

    public static JObject Of(DeniedEvidence denied) => With(Of(denied.Evidence), "why", JsonOutput.Name(denied.Why));

    private static JObject Of(RuleEvidence match) =>
        new()
        {
            ["rule"] = ResolutionJson.Of(match.Rule),
            ["priority"] = match.Priority,
            ["specificity"] = match.Specificity,
            ["row"] = match.Row,
            ["evidence"] = new JArray(match.Evidence.Select(Of)),
        };

    private static JObject With(JObject target, string name, string value)
    {
        target[name] = value;
        return target;
    }
}
