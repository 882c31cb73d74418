using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Tells changes, once it is quiet. What cannot be watched is looked at every so often, and watched again as soon as that can
/// be.</summary>
/// <param name="watch">Begins to watch for the next change; null where there is no telling.</param>
/// <param name="pollInterval">How often to look where changes are not told.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="changed">Called after a change; true where there may not have been one. It must not throw.</param>
/// <param name="lost">Called when watching begins to fail. It must not throw.</param>
internal sealed class ChangeWatch(
    Func<IChangeToken?> watch, TimeSpan pollInterval, TimeProvider timeProvider, Action<bool> changed, Action<Exception> lost) : IDisposable
{
    // An editor saves in several steps, and a checkout changes many files.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private IChangeToken? _token;
    private IDisposable? _registration;
    private bool _disposed;

    /// <summary>Whether watching fails at present.</summary>
    public bool IsLost { get; private set; }

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
        bool isGuess;
        lock (_gate)
        {
            if (_disposed)
                return;
            if (_token is { ActiveChangeCallbacks: false } && !HasChanged(_token))
            {
                _timer!.Change(pollInterval, Timeout.InfiniteTimeSpan);
                return;
            }

            var couldNotTell = _token is null;
            Attach();
            isGuess = couldNotTell && _token is null;
        }

        changed(isGuess);
    }

    // Anew after every change: a watch dies with its folder, even where another takes its place at once.
    private void Attach()
    {
        Detach();
        try
        {
            _token = watch();
            if (_token is { ActiveChangeCallbacks: true })
                _registration = _token.RegisterChangeCallback(_ => OnChange(), null);
            IsLost = false;
        }
        catch (Exception exception)
        {
            Detach();
            if (!IsLost)
                lost(exception);
            IsLost = true;
        }

        if (_registration is null)
            _timer!.Change(pollInterval, Timeout.InfiniteTimeSpan);
    }

    private void OnChange()
    {
        try
        {
            _timer!.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The last change came while the watch ended.
        }
    }

    private void Detach()
    {
        _registration?.Dispose();
        (_token as IDisposable)?.Dispose();
        (_registration, _token) = (null, null);
    }

    // Whoever cannot say whether it has changed is looked at.
    private static bool HasChanged(IChangeToken token)
    {
        try
        {
            return token.HasChanged;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
