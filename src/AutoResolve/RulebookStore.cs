using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace AutoResolve;

/// <summary>Loads the rulebook, watches its folder, and swaps in what is sound.</summary>
internal sealed class RulebookStore : IRulebookMonitor, IDisposable
{
    // An editor saves in several steps, and a checkout changes many files: wait until it is quiet.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly AutoResolveOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RulebookStore> _logger;
    private readonly Lock _loading = new();
    private readonly List<Action<RulebookReload>> _listeners = [];
    private volatile Rulebook? _current;
    private PhysicalFileProvider? _files;
    private IDisposable? _watch;
    private ITimer? _reload;

    public RulebookStore(AutoResolveOptions options, string root, TimeProvider timeProvider, ILogger<RulebookStore> logger)
    {
        (_options, _timeProvider, _logger) = (options, timeProvider, logger);
        Folder = Path.GetFullPath(options.RulesFolder, root);
    }

    public string Folder { get; }

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

    /// <summary>Loads the folder again; what is sound and new comes into force, else the last good rulebook stays.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            if (_current is not { } before)
                return;
            var result = Rulebook.TryLoad(Folder, _options.Rulebook, _timeProvider);
            if (result.Rulebook is null)
            {
                Log.ReloadRefused(_logger, Folder, before.Revision, string.Join(Environment.NewLine, result.Diagnostics));
                Tell(new RulebookReload(accepted: false, before, result.Diagnostics));
            }
            else if (result.Rulebook.Revision != before.Revision)
            {
                _current = result.Rulebook;
                Log.Reloaded(_logger, Folder, result.Rulebook.Rules.Count, result.Rulebook.Revision);
                Tell(new RulebookReload(accepted: true, result.Rulebook, result.Diagnostics));
            }
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _reload?.Dispose();
        _files?.Dispose();
    }

    private Rulebook LoadFirst()
    {
        lock (_loading)
        {
            if (_current is { } loaded)
                return loaded;
            var rulebook = Rulebook.Load(Folder, _options.Rulebook, _timeProvider);
            if (_options.ReloadOnChange)
                Watch();
            Log.Loaded(_logger, Folder, rulebook.Rules.Count, rulebook.Revision);
            return _current = rulebook;
        }
    }

    private void Watch()
    {
        _files = new PhysicalFileProvider(Folder);
        _reload = _timeProvider.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watch = ChangeToken.OnChange(() => _files.Watch("**/*.json"), () => _reload.Change(Quiet, Timeout.InfiniteTimeSpan));
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
