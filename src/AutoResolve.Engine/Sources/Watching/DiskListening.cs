namespace AutoResolve.Sources.Watching;

/// <summary>Begins to listen for changes in a folder, until what it returns is disposed of.</summary>
/// <param name="folder">The folder.</param>
/// <param name="deep">Whether the folders in it count.</param>
/// <param name="changed">Called with the path of what may have changed, relative to the folder; null where that is not known.</param>
/// <param name="failed">Called where not all changes are told any more.</param>
/// <exception cref="IOException">The folder cannot be listened to.</exception>
internal delegate IDisposable DiskListening(string folder, bool deep, Action<string?> changed, Action<Exception> failed);

/// <summary>Listens to the system.</summary>
internal static class SystemListening
{
    public static IDisposable Begin(string folder, bool deep, Action<string?> changed, Action<Exception> failed)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = deep };
            watcher.Changed += (_, change) => changed(change.Name);
            watcher.Created += (_, change) => changed(change.Name);
            watcher.Deleted += (_, change) => changed(change.Name);
            watcher.Renamed += (_, change) =>
            {
                changed(change.OldName);
                changed(change.Name);
            };
            watcher.Error += (_, error) =>
            {
                // Too many at once: which were missed is not known, and those to come are told.
                if (error.GetException() is InternalBufferOverflowException)
                    changed(null);
                else
                    failed(error.GetException());
            };
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (ArgumentException)
        {
            // What it calls a folder that is not there.
            watcher?.Dispose();
            throw new DirectoryNotFoundException();
        }
        catch
        {
            watcher?.Dispose();
            throw;
        }
    }
}
