using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Checks how cases go on; all problems in one exception.</summary>
internal sealed class CaseOptionsValidator : IValidateOptions<CaseOptions>
{
    private static readonly TimeSpan MinDeadline = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxDeadline = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, CaseOptions options)
    {
        List<string> problems = [];
        if (options.AnswerDeadline < MinDeadline || options.AnswerDeadline > MaxDeadline)
            problems.Add($"{nameof(CaseOptions.AnswerDeadline)} is {options.AnswerDeadline}; it must be {MinDeadline} to {MaxDeadline}.");
        if (options.MaxMessagesPerDay is < 0)
            problems.Add(
                $"{nameof(CaseOptions.MaxMessagesPerDay)} is {options.MaxMessagesPerDay}; it must be at least 0, or null for any number."
            );
        List<string> ofHours = [];
        _ = BusinessCalendar.TryCreate(options.BusinessHours, ofHours);
        problems.AddRange(ofHours.Select(problem => $"{nameof(CaseOptions.BusinessHours)}.{problem}"));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
