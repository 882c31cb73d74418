using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources.Watching;

/// <summary>Tells the first change on a disk: by events, where there are any, and to whoever looks.</summary>
internal sealed class DiskToken : IChangeToken, IDisposable
{
    // What has more folders or links is only looked at in the longer time.
    private const int MaxPlaces = 250;

    private readonly CancellationTokenSource _changed = new();
    private readonly DiskTarget _target;
    private readonly DiskListening? _listen;
    private DiskStamp _stamp;
    private IDisposable? _listening;
    private volatile Exception? _failure;
    private volatile Exception? _failureBefore;

    /// <param name="target">What is watched.</param>
    /// <param name="listen">Listens for changes; null where they are only looked for.</param>
    public DiskToken(DiskTarget target, DiskListening? listen)
    {
        (_target, _listen) = (target, listen);
        _stamp = target.Look(null);
        Listen();
    }

    /// <summary>Why no change is told, or not each; null where they are told, or nobody listens.</summary>
    public Exception? Failure => _failure ?? _failureBefore;

    /// <summary>Whether there was a change that should have been told, and was not.</summary>
    public bool IsUntold { get; private set; }

    /// <summary>Whether another folder has come into the place of the one that is listened to, or of one in it, or something else into the
    /// place of what links lead to: what is not told.</summary>
    public bool HasTurned => _stamp.Places.Count <= MaxPlaces && !_stamp.HasPlaces();

    public bool HasChanged
    {
        get
        {
            if (_changed.IsCancellationRequested)
                return true;
            ListenAgain();
            var now = _target.Look(_stamp);
            if (_stamp.IsSame(now))
            {
                _stamp = now;
                return false;
            }

            IsUntold = _listening is not null && Failure is null && _stamp.HasSamePlaces(now);
            return true;
        }
    }

    public bool ActiveChangeCallbacks => _listen is not null;

    public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => _changed.Token.UnsafeRegister(callback, state);

    public void Dispose() => _listening?.Dispose();

    // Some failures come only after it has begun; so it is trusted when it has told none until the next look.
    private void ListenAgain()
    {
        _failureBefore = _failure;
        if (_failureBefore is null)
            return;
        _failure = null;
        _listening?.Dispose();
        Listen();
    }

    private void Listen()
    {
        try
        {
            _listening = _listen is null ? null : _target.Listen(_stamp, _listen, _changed.Cancel, failure => _failure = failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            (_listening, _failure) = (null, exception);
        }
    }
}
