using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Options that may change while the host runs. A change that is wrong is logged, and those before it stay in force.</summary>
internal sealed class LastGoodOptions<T>(
    OptionsMonitor<T> options, IOptionsMonitorCache<T> cache, IEnumerable<CheckedOptions> known, ILogger<LastGoodOptions<T>> logger)
    : IOptionsMonitor<T>, IDisposable
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _lastGood = new(StringComparer.Ordinal);

    public T CurrentValue => Get(Options.DefaultName);

    /// <exception cref="OptionsValidationException">They were never right.</exception>
    public T Get(string? name)
    {
        name ??= Options.DefaultName;
        var last = _lastGood.GetValueOrDefault(name);
        try
        {
            var current = options.Get(name);
            if (!ReferenceEquals(current, last))
                _lastGood[name] = current;
            return current;
        }
        catch (Exception exception) when (last is not null && exception is (OptionsValidationException or InvalidOperationException))
        {
            // The cache holds on to the failure; until the next change it holds those before.
            if (cache.TryRemove(name) && cache.TryAdd(name, last))
                Log.OptionsRefused(logger, string.Join(' ', Describe(name, exception)));
            return last;
        }
    }

    public IDisposable? OnChange(Action<T, string?> listener) => options.OnChange(listener);

    public void Dispose() => options.Dispose();

    private IEnumerable<string> Describe(string name, Exception exception)
    {
        var one = known.First(one => one.Type == typeof(T) && one.Name == name);
        return exception is OptionsValidationException wrong ? wrong.Failures.Select(one.Describe) : [one.Describe(exception.Message)];
    }
}
