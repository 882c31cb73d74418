using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Checks the options at start; all problems in one exception.</summary>
internal sealed class AutoResolveOptionsValidator : IValidateOptions<AutoResolveOptions>
{
    private const string Rulebook = nameof(AutoResolveOptions.Rulebook);
    private static readonly TimeSpan MinPollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, AutoResolveOptions options)
    {
        List<string> problems = [];
        Require(
            !string.IsNullOrWhiteSpace(options.RulesFolder),
            $"{nameof(AutoResolveOptions.RulesFolder)} is empty; it must be a folder."
        );
        Require(
            options.PollInterval >= MinPollInterval && options.PollInterval <= MaxPollInterval,
            $"{nameof(AutoResolveOptions.PollInterval)} is {options.PollInterval}; it must be {MinPollInterval} to {MaxPollInterval}."
        );
        Require(
            options.MaxTextLength >= 1,
            $"{nameof(AutoResolveOptions.MaxTextLength)} is {options.MaxTextLength}; it must be at least 1."
        );
        Require(options.MaxWork >= 1, $"{nameof(AutoResolveOptions.MaxWork)} is {options.MaxWork}; it must be at least 1.");
        Require(
            options.FactTimeout > TimeSpan.Zero && options.FactTimeout <= MaxTimeout,
            $"{nameof(AutoResolveOptions.FactTimeout)} is {options.FactTimeout}; it must be longer than zero, at most {MaxTimeout}."
        );
        problems.AddRange(options.Rulebook.Validate().Select(problem => $"{Rulebook}.{problem}"));
        foreach (var (channel, format) in options.ChannelFormats)
        {
            Require(
                Enum.IsDefined(format),
                $"{nameof(AutoResolveOptions.ChannelFormats)} has {format:D} for '{channel}'; "
                    + $"it must be one of {string.Join(", ", Enum.GetNames<AnswerFormat>())}."
            );
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Require(bool holds, string problem)
        {
            if (!holds)
                problems.Add(problem);
        }
    }
}
