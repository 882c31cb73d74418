using Microsoft.Extensions.Options;

namespace AutoResolve.Shared.Journals;

/// <summary>How long an append may be told to wait.</summary>
internal static class AppendTimeouts
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromDays(1);

    /// <returns>What is wrong with a time; null for nothing.</returns>
    public static string? ProblemOf(TimeSpan timeout) =>
        timeout >= Min && timeout <= Max ? null : $"AppendTimeout is {timeout}; it must be {Min} to {Max}.";

    /// <summary>All problems in one result.</summary>
    public static ValidateOptionsResult ResultOf(params IEnumerable<string?> problems) =>
        problems.OfType<string>().ToList() is { Count: > 0 } some ? ValidateOptionsResult.Fail(some) : ValidateOptionsResult.Success;
}
