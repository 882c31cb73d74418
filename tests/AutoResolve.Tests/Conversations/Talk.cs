using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Conversations;

/// <summary>A case that goes on turn by turn, with what automation replied.</summary>
internal sealed class Talk(Rulebook rulebook, Issue issue)
{
    private Issue _issue = issue;

    public Resolution Begin() => Note(rulebook.Decide(_issue));

    public Resolution Say(string text, params (string Name, string Value)[] fields) =>
        Say(
            new Turn
            {
                Id = $"m-{_issue.Turns.Count + 2}",
                Text = text,
                Fields = fields.ToDictionary(field => field.Name, field => field.Value),
            }
        );

    public Resolution Say(params Turn[] turns)
    {
        _issue = _issue with { Turns = [.. _issue.Turns, .. turns] };
        return Note(rulebook.Decide(_issue));
    }

    private Resolution Note(Resolution resolution)
    {
        if (resolution.Reason != ResolutionReason.GoesOn)
        {
            var reply = new CaseReply
            {
                Turn = _issue.Turns.Count == 0 ? null : _issue.Turns[^1].Id,
                Rule = resolution.Rule?.Id,
                Outcome = resolution.Outcome,
                Team = resolution.Team ?? resolution.Rule?.Owner,
                HasAnswer = resolution.Answer is { Text.Length: > 0 },
                Steps = [.. resolution.Answer?.Steps.Select(step => step.Id) ?? []],
                Questions = [.. resolution.Questions.Select(question => question.Id)],
                Actions = [.. resolution.Actions.Select(action => action.Handler)],
            };
            _issue = _issue with { Replies = [.. _issue.Replies, reply] };
        }

        return resolution;
    }
}
