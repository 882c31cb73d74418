using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Checks how far actions go; all problems in one exception.</summary>
internal sealed class ActionOptionsValidator : IValidateOptions<ActionOptions>
{
    private static readonly TimeSpan MinRefresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxRefresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan WaitLimit = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, ActionOptions options)
    {
        List<string> problems = [];
        CheckIsDefined(nameof(ActionOptions.Mode), options.Mode);
        CheckIsDefined(nameof(ActionOptions.SafetyCeiling), options.SafetyCeiling);
        Check(nameof(ActionOptions.Lease), options.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check(nameof(ActionOptions.MaxWait), options.MaxWait, TimeSpan.Zero, WaitLimit);
        Check(nameof(ActionOptions.WaitForCase), options.WaitForCase, TimeSpan.Zero, WaitLimit);
        Check(nameof(ActionOptions.ApprovalExpiry), options.ApprovalExpiry, TimeSpan.FromMinutes(1), WaitLimit);
        Check(nameof(ActionOptions.ShutdownTimeout), options.ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromHours(1));
        if (options.MaxConcurrentCases < 1)
            problems.Add($"{nameof(ActionOptions.MaxConcurrentCases)} is {options.MaxConcurrentCases}; it must be at least 1.");
        Check(nameof(ActionOptions.RefreshInterval), options.RefreshInterval, MinRefresh, MaxRefresh);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(string option, TimeSpan value, TimeSpan shortest, TimeSpan longest)
        {
            if (value < shortest || value > longest)
                problems.Add($"{option} is {value}; it must be {shortest} to {longest}.");
        }

        void CheckIsDefined<T>(string option, T value)
            where T : struct, Enum
        {
            if (!Enum.IsDefined(value))
                problems.Add($"{option} is {value:D}; it must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
