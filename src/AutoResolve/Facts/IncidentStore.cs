using AutoResolve.Incidents;
using AutoResolve.Rules;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Facts;

/// <summary>Holds the incidents of a file, and follows its changes. A broken change is logged and the last good list stays; a file that
/// cannot be read at all holds nothing
/// that could be claimed.</summary>
internal sealed class IncidentStore : IDisposable
{
    private readonly Lock _loading = new();
    private readonly string _path;
    private readonly AutoResolveOptions _options;
    private readonly ILogger<IncidentStore> _logger;
    private readonly ChangeWatch _watch;
    private string? _revision;
    private volatile IReadOnlyList<string> _refused = [];
    private volatile IReadOnlyList<Incident>? _incidents;
    private WatchState? _toldWatch;
    private bool _isWatched;

    public IncidentStore(string path, AutoResolveOptions options, TimeProvider timeProvider, ILogger<IncidentStore> logger)
    {
        (_path, _options, _logger) = (path, options, logger);
        _watch = new ChangeWatch(
            () => IncidentFile.Watch(path),
            options.PollInterval,
            () => options.Rulebook.SourceTimeout,
            timeProvider,
            _ => Task.Run(Reload),
            state => Log.Turned(logger, path, Interlocked.Exchange(ref _toldWatch, state), state, options.PollInterval)
        );
    }

    /// <summary>How changes of the file are found.</summary>
    public WatchState Watch => _watch.State;

    /// <summary>Why the file as it is now is not in force; empty where it is.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>All incidents, open or not; null where they are not known. What is not known is read again each time.</summary>
    public IReadOnlyList<Incident>? Current
    {
        get
        {
            if (_incidents is null)
                Reload();
            return _incidents;
        }
    }

    /// <summary>Reads the file again. Logs what came of it where that is new.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            // Watched first, so that no change falls between the two.
            if (!_isWatched && _options.ReloadOnChange)
                _watch.BeginAsync(CancellationToken.None).GetAwaiter().GetResult();
            _isWatched = true;
            try
            {
                Load();
            }
            catch (Exception exception)
            {
                // On a timer's thread it would end the process.
                FactLog.IncidentsFailed(_logger, _path, exception);
            }
        }
    }

    public void Dispose() => _watch.Dispose();

    private void Load()
    {
        var file = IncidentFile.Read(_path, _options.Rulebook.MaxFileBytes);
        if (file.Revision is null)
            _watch.TryAgain();
        else if (file.Revision == _revision)
            return;
        _revision = file.Revision;
        if (file.Incidents is { } incidents)
            Accept(incidents);
        else if (file.Revision is null)
            _incidents = null;
        Report(file.Problems);
    }

    private void Accept(IReadOnlyList<Incident> incidents)
    {
        _incidents = incidents;
        FactLog.IncidentsLoaded(_logger, incidents.Count, _path);
    }

    private void Report(IReadOnlyList<Diagnostic> diagnostics)
    {
        string[] refused = [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
        var problems = string.Join(Environment.NewLine, refused);
        if (refused.Length > 0 && !refused.SequenceEqual(_refused))
        {
            if (_incidents is null)
                FactLog.IncidentsUnknown(_logger, _path, problems);
            else
                FactLog.IncidentsRefused(_logger, _path, problems);
        }

        _refused = refused;
    }
}
