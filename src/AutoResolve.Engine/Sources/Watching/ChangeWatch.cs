using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources.Watching;

/// <summary>Tells changes: those that are told, once it is quiet, and those that are found by looking every so often, whether any are told
/// or not. One after the other.</summary>
/// <remarks>Who is watched may throw or never answer: it is asked on threads of its own, one question at a time, within a limit.</remarks>
public sealed class ChangeWatch : IDisposable
{
    // An editor saves in several steps, and a checkout changes many files.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // Some never are quiet.
    private static readonly TimeSpan MaxUnrest = TimeSpan.FromSeconds(3);

    // How often to see whether what is listened to is still what lies at the path.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    // A file is locked for a moment, or for long.
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(15);

    // How long the end waits for what is under way.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromDays(1);

    private readonly Watched _watched;
    private readonly TimeSpan _pollInterval;
    private readonly TimeProvider _timeProvider;
    private readonly Func<bool, Task> _changed;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _again = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _running;

    /// <summary>A watch that has not begun.</summary>
    /// <param name="watch">Begins to watch for the next change; null where there is no telling.</param>
    /// <param name="pollInterval">How often to look: longer than zero, at most 1 day.</param>
    /// <param name="timeLimit">How long who is watched may take to answer.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="changed">Called after a change; true where none was told, so that there may not have been one. It must not throw. What
    /// changes until it has ended is told after it, at once.</param>
    /// <param name="turned">Called when changes come to be found in another way. It must not throw.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pollInterval"/> is out of its range.</exception>
    public ChangeWatch(
        Func<IChangeToken?> watch,
        TimeSpan pollInterval,
        Func<TimeSpan> timeLimit,
        TimeProvider timeProvider,
        Func<bool, Task> changed,
        Action<WatchState> turned
    )
    {
        ArgumentNullException.ThrowIfNull(watch);
        if (pollInterval <= TimeSpan.Zero || pollInterval > MaxPollInterval)
        {
            throw new ArgumentOutOfRangeException(
                nameof(pollInterval),
                pollInterval,
                $"It must be longer than zero, at most {MaxPollInterval}."
            );
        }

        ArgumentNullException.ThrowIfNull(timeLimit);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(turned);
        (_pollInterval, _timeProvider, _changed) = (pollInterval, timeProvider, changed);
        _watched = new Watched(watch, timeLimit, timeProvider, turned);
    }

    /// <summary>How changes are found at present.</summary>
    public WatchState State => _watched.State;

    /// <summary>Begins, where it has not begun and is not over.</summary>
    /// <param name="cancellationToken">Ends the wait, not the watching.</param>
    /// <returns>Ends once changes are told, or it is known that they cannot be.</returns>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_over.IsCancellationRequested)
                return Task.CompletedTask;
            _running ??= Task.Run(() => RunAsync(_over.Token), CancellationToken.None);
        }

        return _begun.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Has a change told without there being one, for whoever could not read what there is: after 1 second, then, where this is
    /// called each time, after 2, 4 and so on, at most the poll interval or 15 seconds.</summary>
    public void TryAgain() => _again.TrySetResult();

    /// <summary>Ends the watching; waits 2 seconds at most for what is under way.</summary>
    public void Dispose()
    {
        Task? running;
        lock (_gate)
        {
            running = _running;
            _over.Cancel();
        }

        // What it failed with, where changed or turned threw, is nothing that the end could mend.
        running?.ContinueWith(_ => { }, TaskScheduler.Default).Wait(Patience);
    }

    private async Task RunAsync(CancellationToken over)
    {
        // Whoever ends it is not to go on with it.
        await Task.Yield();
        try
        {
            await _watched.AttachAsync(over).ConfigureAwait(false);
            _begun.SetResult();
            for (var retries = 0; ; )
            {
                var isGuess = !await NextAsync(RetryAfter(retries), over).ConfigureAwait(false);

                // Anew after every change: a watch dies with its folder, even where another takes its place at once.
                await _watched.AttachAsync(over).ConfigureAwait(false);
                _again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await _changed(isGuess).WaitAsync(over).ConfigureAwait(false);
                retries = _again.Task.IsCompleted ? retries + 1 : 0;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // It is over.
        }
        finally
        {
            _begun.TrySetResult();
            await _watched.LetGoAsync().ConfigureAwait(false);
        }
    }

    private TimeSpan RetryAfter(int retries)
    {
        var longest = _pollInterval < LongestRetry ? _pollInterval : LongestRetry;
        var next = FirstRetry;
        for (var retry = 1; retry < retries && next < longest; retry++)
            next *= 2;
        return next < longest ? next : longest;
    }

    // False where no change was told, and there may be one.
    private async Task<bool> NextAsync(TimeSpan retryAfter, CancellationToken over)
    {
        var looked = _timeProvider.GetTimestamp();
        while (true)
        {
            var isRetry = _again.Task.IsCompleted;
            var pause = _watched.NeedsGlances && Glance < _pollInterval ? Glance : _pollInterval;
            await WaitAsync(isRetry ? retryAfter : pause, isRetry, over).ConfigureAwait(false);
            if (await IsToldAsync(over).ConfigureAwait(false))
                return true;
            if (isRetry)
                return false;
            if (_again.Task.IsCompleted)
                continue;
            var isDue = _timeProvider.GetElapsedTime(looked) >= _pollInterval;
            if (await _watched.MayHaveChangedAsync(isGlance: !isDue, over).ConfigureAwait(false))
            {
                // What is exchanged may be away for a moment.
                await Task.Delay(Quiet, _timeProvider, over).ConfigureAwait(false);
                return await IsToldAsync(over).ConfigureAwait(false);
            }

            if (isDue)
                looked = _timeProvider.GetTimestamp();
        }
    }

    private async Task WaitAsync(TimeSpan time, bool isRetry, CancellationToken over)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(over);
        var delay = Task.Delay(time, _timeProvider, waited.Token);
        await Task.WhenAny(delay, _watched.Called, isRetry ? delay : _again.Task).ConfigureAwait(false);
        await waited.CancelAsync().ConfigureAwait(false);
        over.ThrowIfCancellationRequested();
    }

    private async Task<bool> IsToldAsync(CancellationToken over)
    {
        if (!_watched.Called.IsCompleted)
            return false;
        var begun = _timeProvider.GetTimestamp();
        int calls;
        do
        {
            calls = _watched.Calls;
            await Task.Delay(Quiet, _timeProvider, over).ConfigureAwait(false);
        } while (_watched.Calls != calls && _timeProvider.GetElapsedTime(begun) < MaxUnrest);
        return true;
    }
}
