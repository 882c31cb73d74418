using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Checks the options at start; all problems in one exception.</summary>
internal sealed class AutoResolveOptionsValidator : IValidateOptions<AutoResolveOptions>
{
    public ValidateOptionsResult Validate(string? name, AutoResolveOptions options)
    {
        List<string> problems = [];
        if (options.MaxTextLength < 1)
            problems.Add($"{nameof(AutoResolveOptions.MaxTextLength)} is {options.MaxTextLength}; it must be at least 1.");
        if (options.FactTimeout <= TimeSpan.Zero)
            problems.Add($"{nameof(AutoResolveOptions.FactTimeout)} is {options.FactTimeout}; it must be longer than zero.");
        if (options.Rulebook.MaxFileBytes < 1)
            problems.Add($"{nameof(AutoResolveOptions.Rulebook)}.{nameof(RulebookOptions.MaxFileBytes)} is {options.Rulebook.MaxFileBytes}; it must be at least 1.");
        if (string.IsNullOrWhiteSpace(options.Rulebook.DefaultLocale))
            problems.Add($"{nameof(AutoResolveOptions.Rulebook)}.{nameof(RulebookOptions.DefaultLocale)} is empty; it must be a language, such as en.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
