using AutoResolve;

namespace HelpDesk.Api;

/// <summary>What a portal shows to whoever wrote.</summary>
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
        return new ApiAnswer(
            $"{disposition.Status}",
            disposition.Outcome?.ToString(),
            resolution.Answer?.Text,
            [.. (resolution.Answer?.Steps ?? []).Select(step => step.Text)],
            [.. resolution.Questions.Select(question => new ApiQuestion(question.Field, question.PlainText))],
            resolution.Team
        );
    }
}
