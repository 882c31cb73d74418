using AutoResolve.PlugIns;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Loads the rulebook, watches its source, and swaps in what is sound.</summary>
internal sealed class RulebookStore : IRulebookMonitor, IDisposable
{
    private readonly MadeOnce<IRuleSource> _source;
    private readonly MadeOnce<RulebookPurpose> _purpose;
    private readonly IOptionsMonitor<AutoResolveOptions> _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RulebookStore> _logger;
    private readonly SemaphoreSlim _loading = new(1);
    private readonly List<Action<RulebookReload>> _listeners = [];
    private readonly RuleSourceWatch _watch;
    private readonly bool _reloadsOnChange;
    private readonly TimeSpan _pollInterval;
    private WatchState? _toldWatch;
    private volatile Rulebook? _current;
    private volatile IReadOnlyList<string> _refused = [];

    public RulebookStore(
        MadeOnce<IRuleSource> source,
        MadeOnce<RulebookPurpose> purpose,
        IOptionsMonitor<AutoResolveOptions> options,
        TimeProvider timeProvider,
        ILogger<RulebookStore> logger
    )
    {
        (_source, _purpose, _options, _timeProvider, _logger) = (source, purpose, options, timeProvider, logger);
        (_reloadsOnChange, _pollInterval) = (options.CurrentValue.ReloadOnChange, options.CurrentValue.PollInterval);
        _watch = new RuleSourceWatch(
            () => source.Value,
            _pollInterval,
            () => options.CurrentValue.Rulebook,
            timeProvider,
            ReloadAsync,
            TellWatch
        );
    }

    public RulebookState State => new() { Watch = _watch.State, Refused = _refused };

    // Who is in a host finds it loaded. Whoever is not waits, also for a source of the integrator's.
    public Rulebook Current => _current ?? Load();

    public IDisposable OnReload(Action<RulebookReload> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_listeners)
            _listeners.Add(listener);
        return new Registration(() =>
        {
            lock (_listeners)
                _listeners.Remove(listener);
        });
    }

    /// <summary>Loads the rules where they are not loaded yet.</summary>
    /// <exception cref="RulebookException">They have errors.</exception>
    /// <exception cref="PlugInCycleException">A plug-in that is being made needs them.</exception>
    public async Task<Rulebook> LoadAsync(CancellationToken cancellationToken)
    {
        MakePlugIns();
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } loaded)
                return loaded;

            // Watched first, so that no change falls between the two.
            if (_reloadsOnChange)
                await _watch.BeginAsync(cancellationToken).ConfigureAwait(false);
            var files = await _watch.ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var result = Rulebook.TryBuild(files!, _options.CurrentValue.Rulebook, _purpose.Value, _timeProvider);
            var rulebook = result.Rulebook ?? throw new RulebookException(RuleSource.NameOf(_source.Value), result.Diagnostics);
            Log.Loaded(_logger, RuleSource.NameOf(_source.Value), rulebook.Rules.Count, rulebook.Revision);
            TellMissingHandlers(rulebook);
            _current = rulebook;
            TellWatch(_watch.State);
            return rulebook;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Loads the rules again; what is sound comes into force, else the last good rulebook stays. Tells either way.</summary>
    /// <param name="isGuess">Whether nothing is known of a change; then only a change is told.</param>
    public async Task ReloadAsync(bool isGuess = false)
    {
        try
        {
            await _loading.WaitAsync().ConfigureAwait(false);
            try
            {
                if (_current is { } before)
                    await ReloadAsync(before, isGuess).ConfigureAwait(false);
            }
            finally
            {
                _loading.Release();
            }
        }
        catch (Exception exception)
        {
            // On a timer's thread it would end the process.
            string[] refused = [$"The rules could not be loaded: {exception.GetType().Name}: {exception.Message}"];
            if (!_refused.SequenceEqual(refused))
                Log.ReloadFailed(_logger, RuleSource.NameOf(_source.Value), _current?.Revision ?? "", exception);
            _refused = refused;
        }
    }

    public void Dispose() => _watch.Dispose();

    // Where the rules cannot be loaded either, that is told, and nothing is in force that would follow them.
    private void TellWatch(WatchState state)
    {
        if (_current is not null)
            Log.Turned(_logger, RuleSource.NameOf(_source.Value), Interlocked.Exchange(ref _toldWatch, state), state, _pollInterval);
    }

    private Rulebook Load()
    {
        // Here, since a container that makes a service makes no other on another thread meanwhile.
        MakePlugIns();
        return Task.Run(() => LoadAsync(CancellationToken.None)).GetAwaiter().GetResult();
    }

    private void MakePlugIns()
    {
        if (_current is null)
            PlugInMaking.ThrowIfUnderWay("the rules");
        _ = (_purpose.Value, _source.Value);
    }

    private async Task ReloadAsync(Rulebook before, bool isGuess)
    {
        if (await _watch.ReadAsync(isGuess).ConfigureAwait(false) is not { } files)
            return;

        // Issues are resolved meanwhile, and need a core.
        var purpose = _purpose.Value with { MaxThreads = Math.Max(1, Environment.ProcessorCount - 1) };
        Replace(before, Rulebook.TryBuild(files, _options.CurrentValue.Rulebook, purpose, _timeProvider));
    }

    private void Replace(Rulebook before, RulebookLoadResult result)
    {
        if (result.Rulebook is not { } after)
        {
            _refused =
            [
                .. result
                    .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                    .Select(error => error.ToString()),
            ];
            Log.ReloadRefused(
                _logger,
                RuleSource.NameOf(_source.Value),
                before.Revision,
                string.Join(Environment.NewLine, result.Diagnostics)
            );
            Tell(new RulebookReload(accepted: false, before, result.Diagnostics));
            return;
        }

        _refused = [];
        if (after.Revision != before.Revision)
        {
            _current = after;
            Log.Reloaded(_logger, RuleSource.NameOf(_source.Value), after.Rules.Count, after.Revision);
            TellMissingHandlers(after);
        }

        Tell(new RulebookReload(accepted: true, _current!, result.Diagnostics));
    }

    private void TellMissingHandlers(Rulebook rulebook)
    {
        if (rulebook.MissingHandlers.Count > 0)
            Log.HandlersMissing(_logger, RuleSource.NameOf(_source.Value), string.Join(", ", rulebook.MissingHandlers));
    }

    private void Tell(RulebookReload reload)
    {
        Action<RulebookReload>[] listeners;
        lock (_listeners)
            listeners = [.. _listeners];
        foreach (var listener in listeners)
        {
            try
            {
                listener(reload);
            }
            catch (Exception exception)
            {
                Log.ListenerFailed(_logger, exception);
            }
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
