using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace AutoResolve;

/// <summary>Tells when the rule files of a folder have changed, and goes on telling when the folder was deleted and made again.</summary>
internal sealed class FolderWatch(string folder, TimeProvider timeProvider, ILogger logger, Action changed) : IDisposable
{
    // An editor saves in several steps, and a checkout changes many files: wait until it is quiet.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // Nothing tells that a folder has come into being: look again now and then.
    private static readonly TimeSpan Absent = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private PhysicalFileProvider? _files;
    private IDisposable? _registration;
    private bool _wasAbsent;
    private bool _disposed;

    public void Begin()
    {
        lock (_gate)
        {
            _timer ??= timeProvider.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Attach();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Detach();
            _timer?.Dispose();
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            var stayedAbsent = _wasAbsent;
            Attach();
            if (stayedAbsent && _wasAbsent)
                return;
        }

        changed();
    }

    // Anew after every change: a watch dies with its folder, even where another takes its place at once.
    private void Attach()
    {
        Detach();
        _wasAbsent = !Directory.Exists(folder);
        if (_wasAbsent)
        {
            _timer!.Change(Absent, Timeout.InfiniteTimeSpan);
            return;
        }

        try
        {
            var files = _files = new PhysicalFileProvider(folder);
            _registration = ChangeToken.OnChange(() => files.Watch("**/*.json"), () => _timer!.Change(Quiet, Timeout.InfiniteTimeSpan));
        }
        catch (Exception exception)
        {
            Log.WatchFailed(logger, folder, exception);
            Detach();
        }
    }

    private void Detach()
    {
        _registration?.Dispose();
        _files?.Dispose();
        (_registration, _files) = (null, null);
    }
}
