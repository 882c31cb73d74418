using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Tells changes, once it is quiet, one after the other. What cannot be watched is looked at every so often, and watched again as
/// soon as that can be.</summary>
/// <remarks>Who is watched may throw or never answer: it is asked on threads of its own, one question at a time, within a limit.</remarks>
/// <param name="watch">Begins to watch for the next change; null where there is no telling.</param>
/// <param name="pollInterval">How often to look where changes are not told: longer than zero, at most 1 day.</param>
/// <param name="timeLimit">How long who is watched may take to answer.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="changed">Called after a change; true where there may not have been one. It must not throw. What changes until it has ended
/// is told after it, at once.</param>
/// <param name="lost">Called when watching begins to fail. It must not throw.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="pollInterval"/> is out of its range.</exception>
public sealed class ChangeWatch(
    Func<IChangeToken?> watch,
    TimeSpan pollInterval,
    Func<TimeSpan> timeLimit,
    TimeProvider timeProvider,
    Func<bool, Task> changed,
    Action<Exception> lost
) : IDisposable
{
    // An editor saves in several steps, and a checkout changes many files.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // Some never are quiet.
    private static readonly TimeSpan MaxUnrest = TimeSpan.FromSeconds(3);

    // How long the end waits for a token to be let go of.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromDays(1);

    private readonly Func<IChangeToken?> _watch = watch ?? throw new ArgumentNullException(nameof(watch));
    private readonly TimeSpan _pollInterval =
        pollInterval > TimeSpan.Zero && pollInterval <= MaxPollInterval
            ? pollInterval
            : throw new ArgumentOutOfRangeException(
                nameof(pollInterval),
                pollInterval,
                $"It must be longer than zero, at most {MaxPollInterval}."
            );
    private readonly Func<TimeSpan> _timeLimit = timeLimit ?? throw new ArgumentNullException(nameof(timeLimit));
    private readonly TimeProvider _timeProvider = timeProvider ?? throw new ArgumentNullException(nameof(timeProvider));
    private readonly Func<bool, Task> _changed = changed ?? throw new ArgumentNullException(nameof(changed));
    private readonly Action<Exception> _lost = lost ?? throw new ArgumentNullException(nameof(lost));
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isLost;
    private Task? _running;
    private Task _asked = Task.CompletedTask;
    private WatchedToken? _token;

    /// <summary>Whether watching fails at present.</summary>
    public bool IsLost => _isLost;

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

    /// <summary>Ends the watching; waits 2 seconds at most for what is under way.</summary>
    public void Dispose()
    {
        Task? running;
        lock (_gate)
        {
            running = _running;
            _over.Cancel();
        }

        // What it failed with, where changed or lost threw, is nothing that the end could mend.
        running?.ContinueWith(_ => { }, TaskScheduler.Default).Wait(Patience);
    }

    private async Task RunAsync(CancellationToken over)
    {
        // Whoever ends it is not to go on with it.
        await Task.Yield();
        try
        {
            await AttachAsync(isDoubtful: false, over).ConfigureAwait(false);
            _begun.SetResult();
            while (!over.IsCancellationRequested)
            {
                var couldNotTell = !await ChangeAsync(over).ConfigureAwait(false);

                // Anew after every change: a watch dies with its folder, even where another takes its place at once.
                await AttachAsync(isDoubtful: couldNotTell, over).ConfigureAwait(false);
                await _changed(couldNotTell && _token is not { CallsBack: true }).WaitAsync(over).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // It is over.
        }
        finally
        {
            _begun.TrySetResult();
            await LetGoAsync(_asked, _token).ConfigureAwait(false);
        }
    }

    // Where what was asked failed, its successor is to answer first.
    private async Task AttachAsync(bool isDoubtful, CancellationToken over)
    {
        var before = _token;
        _token = null;
        Task<WatchedToken?>? answer = null;
        try
        {
            answer = Ask(() =>
            {
                before?.Dispose();
                return WatchedToken.Of(_watch());
            });
            _token = await AnswerAsync(answer, over).ConfigureAwait(false);
            _isLost &= isDoubtful && before is not null && _token is { CallsBack: false };
        }
        catch (Exception exception)
        {
            _ = answer is null ? LetGoAsync(_asked, before) : LetGoAsync(answer);
            over.ThrowIfCancellationRequested();
            Lose(exception);
        }
    }

    private void Lose(Exception exception)
    {
        if (!_isLost)
            _lost(exception);
        _isLost = true;
    }

    // False where it cannot be told whether there is one.
    private async Task<bool> ChangeAsync(CancellationToken over)
    {
        if (_token is { CallsBack: true } token)
        {
            await token.Called.WaitAsync(over).ConfigureAwait(false);
            await QuietAsync(token, over).ConfigureAwait(false);
            return true;
        }

        bool? hasChanged;
        do
        {
            await Task.Delay(_pollInterval, _timeProvider, over).ConfigureAwait(false);
            hasChanged = _token is null ? null : await HasChangedAsync(_token, over).ConfigureAwait(false);
        } while (hasChanged == false);
        return hasChanged == true;
    }

    private async Task QuietAsync(WatchedToken token, CancellationToken over)
    {
        var begun = _timeProvider.GetTimestamp();
        int calls;
        do
        {
            calls = token.Calls;
            await Task.Delay(Quiet, _timeProvider, over).ConfigureAwait(false);
        } while (token.Calls != calls && _timeProvider.GetElapsedTime(begun) < MaxUnrest);
    }

    // Null where it cannot say.
    private async Task<bool?> HasChangedAsync(WatchedToken token, CancellationToken over)
    {
        try
        {
            var hasChanged = await AnswerAsync(Ask(() => token.HasChanged), over).ConfigureAwait(false);
            _isLost = false;
            return hasChanged;
        }
        catch (Exception exception) when (!over.IsCancellationRequested)
        {
            Lose(exception);
            return null;
        }
    }

    private Task<T> Ask<T>(Func<T> question)
    {
        // One that never answers is not asked again and again, each time with a thread less.
        if (!_asked.IsCompleted)
            throw new TimeoutException("It has still not answered.");
        var answer = Task.Run(question);
        _asked = answer;
        return answer;
    }

    private Task<T> AnswerAsync<T>(Task<T> answer, CancellationToken over) => answer.WaitAsync(_timeLimit(), _timeProvider, over);

    // What comes too late.
    private static async Task LetGoAsync(Task<WatchedToken?> answer)
    {
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LetGoAsync(answer, answer.IsCompletedSuccessfully ? answer.Result : null).ConfigureAwait(false);
    }

    private static Task LetGoAsync(Task after, WatchedToken? token) =>
        after.ContinueWith(
            _ =>
            {
                try
                {
                    token?.Dispose();
                }
                catch (Exception)
                {
                    // Nothing rests on it any more.
                }
            },
            TaskScheduler.Default
        );
}
