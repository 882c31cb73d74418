namespace AutoResolve.Tests.PlugIns;

/// <summary>A service for one caller at a time, as a context of a database is; to be disposed of asynchronously alone.</summary>
internal sealed class Db : IAsyncDisposable
{
    private readonly DbLog _log;
    private int _users;

    public Db(DbLog log)
    {
        _log = log;
        log.Make(this);
        Number = log.All.Count;
    }

    public int Number { get; }

    public int Disposals { get; private set; }

    /// <summary>Does something with it.</summary>
    /// <param name="who">Who does.</param>
    /// <param name="work">What.</param>
    public async ValueTask<T> UseAsync<T>(string who, Func<Task<T>> work)
    {
        ObjectDisposedException.ThrowIf(Disposals > 0, this);
        if (Interlocked.Increment(ref _users) > 1)
            throw new InvalidOperationException("A second operation was begun before the first had ended.");
        _log.Use(who, this);
        var result = await work();
        ObjectDisposedException.ThrowIf(Disposals > 0, this);
        Interlocked.Decrement(ref _users);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        Disposals++;
        await Task.Yield();
        _log.Dispose(this);
    }
}
