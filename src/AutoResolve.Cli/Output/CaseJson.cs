using System.Globalization;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of cases.</summary>
internal static class CaseJson
{
    public static JObject Of(CaseSummary summary) =>
        new()
        {
            ["tenant"] = summary.Case.Tenant,
            ["issueId"] = summary.Case.IssueId,
            ["state"] = JsonOutput.Name(summary.Stage),
            ["owner"] = JsonOutput.Name(summary.Owner),
            ["team"] = summary.Team,
            ["since"] = Time(summary.Since),
            ["due"] = Time(summary.Due),
            ["dueFor"] = summary.DueFor,
            ["overdue"] = summary.IsOverdue,
            ["outcome"] = summary.Outcome is { } outcome ? JsonOutput.Name(outcome) : null,
            ["reason"] = summary.Reason is { } reason ? JsonOutput.Name(reason) : null,
            ["ruleId"] = summary.Rule,
            ["turns"] = summary.Turns,
        };

    public static JObject Of(CaseConversation conversation)
    {
        var document = Of(conversation.Summary);
        document["moments"] = new JArray(conversation.Moments.Select(Of));
        return document;
    }

    private static JObject Of(CaseMoment moment)
    {
        var json = moment switch
        {
            CaseTurn turn => Of(turn),
            CaseDecision decision => Of(decision),
            CaseAction action => Of(action),
            CaseEnd end => new JObject
            {
                ["kind"] = "end",
                ["outcome"] = JsonOutput.Name(end.Outcome),
                ["summary"] = end.Summary,
            },
            CaseVerdict verdict => new JObject
            {
                ["kind"] = "feedback",
                ["by"] = verdict.By,
                ["verdict"] = JsonOutput.Name(verdict.Verdict),
                ["note"] = verdict.Note,
            },
            CaseHappening happening => Of(happening),
            CaseGap gap => new JObject { ["kind"] = gap.IsErased ? "erased" : "unreadable" },
            _ => throw new InvalidOperationException($"{moment.GetType().Name} has no JSON."),
        };
        json["at"] = Time(moment.At);
        return json;
    }

    private static JObject Of(CaseHappening happening) =>
        new()
        {
            ["kind"] = "event",
            ["event"] = JsonOutput.Name(happening.Kind),
            ["team"] = happening.Team,
            ["into"] = happening.Into,
            ["sentAt"] = Time(happening.Message?.At),
        };

    private static JObject Of(CaseTurn turn) =>
        new()
        {
            ["kind"] = "turn",
            ["turn"] = turn.Turn,
            ["author"] = JsonOutput.Name(turn.Author),
            ["title"] = turn.Title,
            ["text"] = turn.Text,
            ["fields"] = new JObject(turn.Fields.Select(field => new JProperty(field.Key, field.Value))),
            ["tried"] = new JArray(turn.Tried),
            ["onlyRecorded"] = turn.IsOnlyRecorded,
            ["waited"] = turn.HasWaited,
        };

    private static JObject Of(CaseAction action) =>
        new()
        {
            ["kind"] = "action",
            ["handler"] = action.Handler,
            ["status"] = action.State,
            ["message"] = action.Message,
            ["by"] = action.By,
            ["attempts"] = action.Attempts,
        };

    private static JObject Of(CaseDecision decision) =>
        new()
        {
            ["kind"] = "decision",
            ["outcome"] = JsonOutput.Name(decision.Outcome),
            ["reason"] = JsonOutput.Name(decision.Reason),
            ["summary"] = decision.Summary,
            ["ruleId"] = decision.Rule,
            ["ruleVersion"] = decision.RuleVersion,
            ["team"] = decision.Team,
            ["mode"] = decision.Mode,
            ["answer"] = decision.Answer is { } answer
                ? new JObject
                {
                    ["text"] = answer.Text,
                    ["steps"] = new JArray(answer.Steps.Select(step => new JObject { ["id"] = step.Id, ["text"] = step.Text })),
                }
                : null,
            ["questions"] = Of(decision.Questions),
            ["openQuestions"] = Of(decision.OpenQuestions),
        };

    private static JArray Of(IReadOnlyList<Question> questions) =>
        new(
            questions.Select(question => new JObject
            {
                ["id"] = question.Id,
                ["field"] = question.Field,
                ["label"] = question.Label,
                ["text"] = question.PlainText,
                ["blocking"] = question.IsBlocking,
            })
        );

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
