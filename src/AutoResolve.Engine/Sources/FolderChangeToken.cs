using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Tells the first change in a folder and its sub-folders.</summary>
internal sealed class FolderChangeToken : IChangeToken, IDisposable
{
    private readonly CancellationTokenSource _changed = new();
    private readonly FileSystemWatcher _watcher;
    private readonly Predicate<string> _matters;

    /// <param name="folder">The folder.</param>
    /// <param name="matters">Whether a change at a path, relative to the folder, is one.</param>
    /// <exception cref="IOException">The folder cannot be watched.</exception>
    public FolderChangeToken(string folder, Predicate<string> matters)
    {
        _matters = matters;
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, change) => Tell(change.Name);
        _watcher.Created += (_, change) => Tell(change.Name);
        _watcher.Deleted += (_, change) => Tell(change.Name);
        _watcher.Renamed += (_, change) =>
        {
            Tell(change.OldName);
            Tell(change.Name);
        };

        // What was missed is not known; whoever watches reads, and watches anew.
        _watcher.Error += (_, _) => Tell(null);
        try
        {
            _watcher.EnableRaisingEvents = true;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public bool HasChanged => _changed.IsCancellationRequested;

    public bool ActiveChangeCallbacks => true;

    public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => _changed.Token.UnsafeRegister(callback, state);

    public void Dispose() => _watcher.Dispose();

    private void Tell(string? path)
    {
        if (path is null || _matters(path))
            _changed.Cancel();
    }
}
