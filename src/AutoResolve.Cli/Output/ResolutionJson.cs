using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of a resolution.</summary>
internal static class ResolutionJson
{
    public static JObject Of(Resolution resolution, Explanation? explanation = null)
    {
        var result = new JObject
        {
            ["issueId"] = resolution.IssueId,
            ["outcome"] = JsonOutput.Name(resolution.Outcome),
            ["reason"] = JsonOutput.Name(resolution.Reason),
            ["summary"] = resolution.Summary,
            ["rule"] = resolution.Rule is { } rule ? Of(rule) : null,
            ["type"] = resolution.Type,
            ["team"] = resolution.Team,
            ["tier"] = resolution.Tier,
            ["language"] = Of(resolution.Language),
            ["answer"] = Of(resolution.Answer),
            ["tried"] = new JArray(resolution.Tried),
            ["questions"] = new JArray(resolution.Questions.Select(Of)),
            ["openQuestions"] = new JArray(resolution.OpenQuestions.Select(Of)),
            ["handover"] = new JArray(
                (resolution.Handover?.Form ?? []).Select(section => new JObject { ["title"] = section.Title, ["text"] = section.Text })
            ),
            ["actions"] = new JArray(resolution.Actions.Select(Of)),
            ["tags"] = new JArray(resolution.Tags),
            ["notes"] = new JArray(resolution.Notes),
            ["others"] = new JArray(
                resolution.Others.Select(other => new JObject
                {
                    ["rule"] = Of(other.Rule),
                    ["evidence"] = new JArray(other.Evidence.Select(ExplanationJson.Of)),
                    ["team"] = other.Team,
                    ["tier"] = other.Tier,
                })
            ),
            ["suggestions"] = new JArray(resolution.Suggestions.Select(Of)),
            ["remarks"] = new JArray(resolution.Remarks),
            ["rulebookRevision"] = resolution.RulebookRevision,
        };
        if (explanation is not null)
            result["explanation"] = ExplanationJson.Of(explanation);
        return result;
    }

    public static JObject Of(RuleReference rule) =>
        new()
        {
            ["id"] = rule.Id,
            ["version"] = rule.Version,
            ["title"] = rule.Title,
            ["type"] = rule.Type,
            ["owner"] = rule.Owner,
            ["status"] = JsonOutput.Name(rule.Status),
        };

    private static JObject? Of(IssueLanguage? language) =>
        language is null ? null : new() { ["tag"] = language.Tag, ["read"] = language.IsRead };

    private static JObject? Of(Answer? answer) =>
        answer is null
            ? null
            : new()
            {
                ["text"] = answer.Text,
                ["steps"] = new JArray(answer.Steps.Select(step => new JObject { ["id"] = step.Id, ["text"] = step.Text })),
                ["locale"] = answer.Locale,
                ["format"] = JsonOutput.Name(answer.Format),
            };

    private static JObject Of(Question question) =>
        new()
        {
            ["id"] = question.Id,
            ["field"] = question.Field,
            ["text"] = question.Text,
            ["label"] = question.Label,
            ["choices"] = new JArray(question.Choices.Select(choice => new JObject { ["value"] = choice.Value, ["text"] = choice.Text })),
            ["blocking"] = question.IsBlocking,
        };

    private static JObject Of(PlannedAction action) =>
        new() { ["handler"] = action.Handler, ["parameters"] = JToken.FromObject(action.Parameters) };

    private static JObject Of(Suggestion suggestion) =>
        new()
        {
            ["rule"] = Of(suggestion.Rule),
            ["outcome"] = JsonOutput.Name(suggestion.Outcome),
            ["answer"] = Of(suggestion.Answer),
            ["team"] = suggestion.Team,
            ["actions"] = new JArray(suggestion.Actions.Select(Of)),
        };
}
