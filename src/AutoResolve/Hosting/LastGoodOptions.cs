using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AutoResolve;

/// <summary>Options that may change while the host runs. Each change is made and checked when it comes; one that is wrong is logged, and
/// those before it stay in force.</summary>
internal sealed class LastGoodOptions<T> : IOptionsMonitor<T>, IDisposable
    where T : class
{
    private readonly IOptionsFactory<T> _factory;
    private readonly IEnumerable<CheckedOptions> _known;
    private readonly RefusedOptions _refused;
    private readonly ILogger<LastGoodOptions<T>> _logger;
    private readonly ConcurrentDictionary<string, T> _lastGood = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly List<IDisposable> _sources;
    private event Action<T, string>? Changed;

    public LastGoodOptions(
        IOptionsFactory<T> factory,
        IEnumerable<IOptionsChangeTokenSource<T>> sources,
        IEnumerable<CheckedOptions> known,
        RefusedOptions refused,
        ILogger<LastGoodOptions<T>> logger
    )
    {
        (_factory, _known, _refused, _logger) = (factory, known, refused, logger);
        _sources = [.. sources.Select(source => ChangeToken.OnChange(source.GetChangeToken, Change, source.Name))];
    }

    public T CurrentValue => Get(Options.DefaultName);

    /// <exception cref="OptionsValidationException">They were never right.</exception>
    public T Get(string? name) => _lastGood.GetOrAdd(name ?? Options.DefaultName, _factory.Create);

    public IDisposable OnChange(Action<T, string?> listener)
    {
        Changed += listener;
        return new Registration(() => Changed -= listener);
    }

    public void Dispose() => _sources.ForEach(source => source.Dispose());

    // What it threw would reach whoever has changed the configuration, and keep it from others.
    private void Change(string? name)
    {
        name ??= Options.DefaultName;
        T changed;
        lock (_changing)
        {
            try
            {
                changed = _factory.Create(name);
            }
            catch (Exception exception)
            {
                // Where none were made, whoever asks for them is told.
                if (_lastGood.ContainsKey(name))
                    Refuse(name, string.Join(' ', Describe(name, exception)));
                return;
            }

            _lastGood[name] = changed;
            _refused.Accept(typeof(T), name);
        }

        Changed?.Invoke(changed, name);
    }

    private void Refuse(string name, string problems)
    {
        _refused.Refuse(typeof(T), name, problems);
        Log.OptionsRefused(_logger, problems);
    }

    private IEnumerable<string> Describe(string name, Exception exception)
    {
        var one = _known.First(one => one.Type == typeof(T) && one.Name == name);
        return exception is OptionsValidationException wrong ? wrong.Failures.Select(one.Describe) : [one.Describe(exception.Message)];
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
