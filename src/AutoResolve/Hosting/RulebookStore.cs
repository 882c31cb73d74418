using AutoResolve.Rules;
using AutoResolve.Sources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Loads the rulebook, watches its source, and swaps in what is sound.</summary>
internal sealed class RulebookStore : IRulebookMonitor, IDisposable
{
    private readonly IRuleSource _source;
    private readonly RuleSourceReader _reader;
    private readonly LoadTerms _terms;
    private readonly IOptionsMonitor<AutoResolveOptions> _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RulebookStore> _logger;
    private readonly SemaphoreSlim _loading = new(1);
    private readonly List<Action<RulebookReload>> _listeners = [];
    private readonly ChangeWatch _watch;
    private readonly bool _reloadsOnChange;
    private volatile Rulebook? _current;
    private Exception? _lostBefore;
    private string? _seen;

    public RulebookStore(
        IRuleSource source,
        LoadTerms terms,
        IOptionsMonitor<AutoResolveOptions> options,
        TimeProvider timeProvider,
        ILogger<RulebookStore> logger)
    {
        (_source, _terms, _options, _timeProvider, _logger) = (source, terms, options, timeProvider, logger);
        _reader = new RuleSourceReader(source, timeProvider);
        var (reloads, pollInterval) = (options.CurrentValue.ReloadOnChange, options.CurrentValue.PollInterval);
        _reloadsOnChange = reloads;
        _watch = new ChangeWatch(
            source.Watch,
            pollInterval,
            timeProvider,
            isGuess => _ = ReloadAsync(isGuess),
            TellWatchLost);
    }

    /// <summary>Whether the last change was refused.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether changes of the source cannot be told at present, so that it is read anew every so often.</summary>
    public bool IsWatchLost => _watch.IsLost;

    // Who is in a host finds it loaded. Whoever is not waits, also for a source of the integrator's.
    public Rulebook Current => _current ?? Task.Run(() => LoadAsync(CancellationToken.None)).GetAwaiter().GetResult();

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
    public async Task<Rulebook> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } loaded)
                return loaded;

            // Watched first, so that no change falls between the two.
            if (_reloadsOnChange)
                _watch.Begin();
            var (files, found) = await ReadAsync(cancellationToken).ConfigureAwait(false);
            _seen = Describe(files, found);
            var result = Rulebook.TryLoad(files, _options.CurrentValue.Rulebook, _terms, _timeProvider, found);
            var rulebook = result.Rulebook ?? throw new RulebookException(_source.Name, result.Diagnostics);
            Log.Loaded(_logger, _source.Name, rulebook.Rules.Count, rulebook.Revision);
            if (_watch.IsLost && _lostBefore is { } exception)
                Log.WatchFailed(_logger, _source.Name, _options.CurrentValue.PollInterval, exception);
            TellMissingHandlers(rulebook);
            return _current = rulebook;
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
            Log.ReloadFailed(_logger, _source.Name, _current?.Revision ?? "", exception);
        }
    }

    public void Dispose() => _watch.Dispose();

    // Where the rules cannot be loaded either, that is told, and nothing is read anew.
    private void TellWatchLost(Exception exception)
    {
        if (_current is null)
            _lostBefore = exception;
        else
            Log.WatchFailed(_logger, _source.Name, _options.CurrentValue.PollInterval, exception);
    }

    private async Task ReloadAsync(Rulebook before, bool isGuess)
    {
        var (files, found) = await ReadAsync(CancellationToken.None).ConfigureAwait(false);
        var seen = Describe(files, found);
        if (isGuess && seen == _seen)
            return;
        _seen = seen;

        // Issues are resolved meanwhile, and need a core.
        var terms = _terms with { MaxThreads = Math.Max(1, Environment.ProcessorCount - 1) };
        Replace(before, Rulebook.TryLoad(files, _options.CurrentValue.Rulebook, terms, _timeProvider, found));
    }

    private async Task<(IReadOnlyList<RuleFile> Files, List<Diagnostic> Found)> ReadAsync(CancellationToken cancellationToken)
    {
        var options = _options.CurrentValue.Rulebook;
        List<Diagnostic> found = [];
        var files = await _reader.ReadAsync(options.MaxFileBytes, options.SourceTimeout, found, cancellationToken).ConfigureAwait(false);
        return (files, found);
    }

    private static string Describe(IReadOnlyList<RuleFile> files, List<Diagnostic> found) =>
        string.Join('\n', found.Select(problem => problem.ToString()).Prepend(Rulebook.RevisionOf(files)));

    private void Replace(Rulebook before, RulebookLoadResult result)
    {
        IsRefused = result.Rulebook is null;
        if (result.Rulebook is not { } after)
        {
            Log.ReloadRefused(_logger, _source.Name, before.Revision, string.Join(Environment.NewLine, result.Diagnostics));
            Tell(new RulebookReload(accepted: false, before, result.Diagnostics));
            return;
        }

        if (after.Revision != before.Revision)
        {
            _current = after;
            Log.Reloaded(_logger, _source.Name, after.Rules.Count, after.Revision);
            TellMissingHandlers(after);
        }

        Tell(new RulebookReload(accepted: true, _current!, result.Diagnostics));
    }

    private void TellMissingHandlers(Rulebook rulebook)
    {
        if (rulebook.MissingHandlers.Count > 0)
            Log.HandlersMissing(_logger, _source.Name, string.Join(", ", rulebook.MissingHandlers));
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
