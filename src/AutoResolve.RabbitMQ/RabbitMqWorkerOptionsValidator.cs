using Microsoft.Extensions.Options;

namespace AutoResolve.RabbitMQ;

/// <summary>Checks how a worker is set; all problems in one exception.</summary>
internal sealed class RabbitMqWorkerOptionsValidator : IValidateOptions<RabbitMqWorkerOptions>
{
    private const int MaxDelays = 20;
    private const int MaxBytes = 64 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, RabbitMqWorkerOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(RabbitMqWorkerOptions options)
    {
        if (options.Concurrency is < 1 or > 1024)
            yield return $"Concurrency is {options.Concurrency}; it must be 1 to 1024.";
        if (options.Prefetch < options.Concurrency || options.Prefetch > 10_000)
            yield return $"Prefetch is {options.Prefetch}; it must be at least Concurrency ({options.Concurrency}), at most 10000.";
        if (options.DeliveryLimit is < 1 or > 1000)
            yield return $"DeliveryLimit is {options.DeliveryLimit}; it must be 1 to 1000.";
        if (options.RetryDelays.Count > MaxDelays)
            yield return $"RetryDelays has {options.RetryDelays.Count} times; it may have {MaxDelays}.";
        if (options.RetryDelays.Any(delay => delay < TimeSpan.FromMilliseconds(100) || delay > TimeSpan.FromDays(1)))
            yield return "RetryDelays must be 100 milliseconds to 1 day each.";
        if (options.MaxMessageBytes is < 1024 or > MaxBytes)
            yield return $"MaxMessageBytes is {options.MaxMessageBytes}; it must be 1024 to {MaxBytes}.";
        if (options.KeepParked < TimeSpan.FromMinutes(1) || options.KeepParked > TimeSpan.FromDays(366))
            yield return $"KeepParked is {options.KeepParked}; it must be 1 minute to 366 days.";
    }
}
