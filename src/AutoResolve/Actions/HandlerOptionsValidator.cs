using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Checks the options of handlers; all problems in one exception.</summary>
internal sealed class HandlerOptionsValidator : IValidateOptions<HandlerOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(23);

    public ValidateOptionsResult Validate(string? name, HandlerOptions options)
    {
        List<string> problems = [];
        Check(nameof(HandlerOptions.AttemptTimeout), options.AttemptTimeout, Shortest);
        Check(nameof(HandlerOptions.TotalTimeout), options.TotalTimeout, Shortest);
        Check(nameof(HandlerOptions.MaxWait), options.MaxWait, Shortest);
        Check(nameof(HandlerOptions.RetryDelay), options.RetryDelay, TimeSpan.Zero);
        Check(nameof(HandlerOptions.BreakDuration), options.BreakDuration, TimeSpan.FromMilliseconds(500));
        if (options.MaxRetries is < 0 or > 100)
            problems.Add($"{nameof(HandlerOptions.MaxRetries)} is {options.MaxRetries}; it must be 0 to 100.");
        if (options.MaxConcurrency < 1)
            problems.Add($"{nameof(HandlerOptions.MaxConcurrency)} is {options.MaxConcurrency}; it must be at least 1.");
        if (options.FailureRatio is not (> 0 and <= 1))
            problems.Add($"{nameof(HandlerOptions.FailureRatio)} is {options.FailureRatio}; it must be above 0 and at most 1.");
        if (options.MinimumThroughput < 2)
            problems.Add($"{nameof(HandlerOptions.MinimumThroughput)} is {options.MinimumThroughput}; it must be at least 2.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(string option, TimeSpan value, TimeSpan shortest)
        {
            if (value < shortest || value > Longest)
                problems.Add($"{option} is {value}; it must be {shortest} to {Longest}.");
        }
    }
}
