using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources.Watching;

/// <summary>A token that tells a change: listened to, and asked. All that it is asked may throw, or take long.</summary>
internal sealed class WatchedToken : IDisposable
{
    private readonly IChangeToken _token;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable? _registration;
    private int _calls;

    private WatchedToken(IChangeToken token)
    {
        _token = token;
        CallsBack = token.ActiveChangeCallbacks;
        if (CallsBack)
            _registration = token.RegisterChangeCallback(_ => OnCall(), null);
    }

    /// <summary>Whether it calls back; else it is only asked.</summary>
    public bool CallsBack { get; }

    /// <summary>Ends with its first call.</summary>
    public Task Called => _called.Task;

    /// <summary>How often it has called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public bool HasChanged => _token.HasChanged;

    /// <summary>What of a disk is watched; null where it is something else.</summary>
    public DiskToken? Disk => _token as DiskToken;

    /// <returns>Null of none.</returns>
    public static WatchedToken? Of(IChangeToken? token)
    {
        if (token is null)
            return null;
        try
        {
            return new WatchedToken(token);
        }
        catch
        {
            (token as IDisposable)?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            _registration?.Dispose();
        }
        finally
        {
            (_token as IDisposable)?.Dispose();
        }
    }

    private void OnCall()
    {
        Interlocked.Increment(ref _calls);
        _called.TrySetResult();
    }
}
