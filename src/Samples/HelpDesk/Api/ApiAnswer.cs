using AutoResolve;

namespace HelpDesk.Api;

/// <summary>What a portal shows to whoever wrote: an answer and questions only where they were sent.</summary>
internal sealed record ApiAnswer(
    string Status,
    string? Outcome,
    string? Text,
    IReadOnlyList<string> Steps,
    IReadOnlyList<ApiQuestion> Questions,
    string? Team
)
{
    public static object Of(Disposition disposition)
    {
        var resolution = disposition.Resolution;
        var answer = IsSent(disposition, "reply") ? resolution.Answer : null;
        var questions = IsSent(disposition, "ask") ? resolution.Questions : [];
        return new ApiAnswer(
            $"{disposition.Status}",
            disposition.Outcome?.ToString(),
            answer?.Text,
            [.. (answer?.Steps ?? []).Select(step => step.Text)],
            [.. questions.Select(question => new ApiQuestion(question.Field, question.PlainText))],
            resolution.Team
        );
    }

    // What was delivered before tells no actions; it ended as decided only where all of them succeeded. An escalation says nothing of them.
    private static bool IsSent(Disposition disposition, string handler) =>
        disposition.Actions.Any(action => action.Handler == handler && action.State == ActionState.Succeeded)
        || (
            disposition.Status is DispositionStatus.Duplicate or DispositionStatus.Recorded
            && disposition.Outcome == disposition.Resolution.Outcome
            && disposition.Outcome != AutoResolve.Outcome.Escalated
        );
}
