using System.Threading.Channels;
using AutoResolve.Cli.Hosting;

namespace AutoResolve.Cli.Authoring;

/// <summary>Tells when rule files change, once for a burst of changes.</summary>
internal sealed class RuleFolderWatcher : IDisposable
{
    // Editors save in several steps: write, rename, touch.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher _watcher;
    private readonly TimeProvider _time;

    /// <exception cref="CommandFailure">The folder cannot be watched.</exception>
    public RuleFolderWatcher(string folder, TimeProvider time)
    {
        _time = time;
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            _watcher.Changed += Tell;
            _watcher.Created += Tell;
            _watcher.Deleted += Tell;
            _watcher.Renamed += Tell;
            _watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Refused("watch", folder, exception);
        }
    }

    /// <returns>True after a change and a moment of quiet; false once cancelled.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _changes.Reader.ReadAsync(cancellationToken);
            do
                await Task.Delay(Quiet, _time, cancellationToken);
            while (_changes.Reader.TryRead(out _));
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _watcher.Dispose();

    private void Tell(object sender, FileSystemEventArgs change)
    {
        // A renamed or deleted folder shows only its own name.
        if (Path.GetExtension(change.Name) is ".json" or "" or null)
            _changes.Writer.TryWrite(true);
    }
}
