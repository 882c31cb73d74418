using Microsoft.Extensions.Logging;

namespace AutoResolve;

/// <summary>Loads the rulebook, watches its folder, and swaps in what is sound.</summary>
internal sealed class RulebookStore : IRulebookMonitor, IDisposable
{
    private readonly AutoResolveOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RulebookStore> _logger;
    private readonly Lock _loading = new();
    private readonly List<Action<RulebookReload>> _listeners = [];
    private readonly FolderWatch _watch;
    private volatile Rulebook? _current;

    public RulebookStore(AutoResolveOptions options, string root, TimeProvider timeProvider, ILogger<RulebookStore> logger)
    {
        (_options, _timeProvider, _logger) = (options, timeProvider, logger);
        Folder = Path.GetFullPath(options.RulesFolder, root);
        _watch = new FolderWatch(Folder, timeProvider, logger, Reload);
    }

    public string Folder { get; }

    /// <summary>Whether the last change was refused.</summary>
    public bool IsRefused { get; private set; }

    public Rulebook Current => _current ?? LoadFirst();

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

    /// <summary>Loads the folder again; what is sound comes into force, else the last good rulebook stays. Tells either way.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            if (_current is not { } before)
                return;
            try
            {
                // Issues are resolved meanwhile, and need a core.
                Replace(before, Rulebook.TryLoad(Folder, _options.Rulebook, _timeProvider, Math.Max(1, Environment.ProcessorCount - 1)));
            }
            catch (Exception exception)
            {
                // On a timer's thread it would end the process.
                Log.ReloadFailed(_logger, Folder, before.Revision, exception);
            }
        }
    }

    public void Dispose() => _watch.Dispose();

    private void Replace(Rulebook before, RulebookLoadResult result)
    {
        IsRefused = result.Rulebook is null;
        if (result.Rulebook is not { } after)
        {
            Log.ReloadRefused(_logger, Folder, before.Revision, string.Join(Environment.NewLine, result.Diagnostics));
            Tell(new RulebookReload(accepted: false, before, result.Diagnostics));
            return;
        }

        if (after.Revision != before.Revision)
        {
            _current = after;
            Log.Reloaded(_logger, Folder, after.Rules.Count, after.Revision);
        }

        Tell(new RulebookReload(accepted: true, _current!, result.Diagnostics));
    }

    private Rulebook LoadFirst()
    {
        lock (_loading)
        {
            if (_current is { } loaded)
                return loaded;

            // Watched first, so that no change falls between the two.
            if (_options.ReloadOnChange)
                _watch.Begin();
            var rulebook = Rulebook.Load(Folder, _options.Rulebook, _timeProvider);
            Log.Loaded(_logger, Folder, rulebook.Rules.Count, rulebook.Revision);
            return _current = rulebook;
        }
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
