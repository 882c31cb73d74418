using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources.Watching;

/// <summary>Who is watched, asked one question at a time, each within a limit; whatever comes of it.</summary>
internal sealed class Watched(Func<IChangeToken?> watch, Func<TimeSpan> timeLimit, TimeProvider timeProvider, Action<WatchState> turned)
{
    private const string Untold =
        "a change was found that nobody told: its file system may tell none, as network drives and mounts of containers";

    // How long a system may take to tell a change.
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(2);

    private static readonly Task Never = new TaskCompletionSource().Task;

    private volatile WatchState _state = new(WatchStatus.Off);
    private Task _asked = Task.CompletedTask;
    private WatchedToken? _token;
    private Exception? _failure;
    private bool _isDoubtful;
    private bool _isUntold;

    public WatchState State => _state;

    /// <summary>Whether it is to be looked at more often: of the way to a folder, and of what links lead to, nobody tells anything; and of
    /// a folder that takes another's place at once, .NET does not.</summary>
    public bool NeedsGlances => _token is { CallsBack: true, Disk: not null };

    /// <summary>Ends with the first call.</summary>
    public Task Called => _token is { CallsBack: true } token ? token.Called : Never;

    /// <summary>How often it has called.</summary>
    public int Calls => _token?.Calls ?? 0;

    /// <summary>Begins to watch for the next change.</summary>
    public async Task AttachAsync(CancellationToken over)
    {
        var before = _token;
        _isUntold &= before is not { Called.IsCompleted: true };
        _token = null;
        Task<WatchedToken?>? answer = null;
        try
        {
            answer = Ask(() =>
            {
                before?.Dispose();
                return WatchedToken.Of(watch());
            });
            _token = await AnswerAsync(answer, over).ConfigureAwait(false);

            // Where what was asked failed, its successor is to answer first.
            if (!_isDoubtful || _token is not { CallsBack: false })
                _failure = null;
        }
        catch (Exception exception)
        {
            _ = answer is null ? LetGoAsync(_asked, before) : LetGoAsync(answer);
            over.ThrowIfCancellationRequested();
            _failure = exception;
        }

        Settle();
    }

    /// <summary>Whether there may have been a change: there was one, or it cannot be told.</summary>
    /// <param name="isGlance">Whether to look only at what nobody tells.</param>
    /// <param name="over">Ends it.</param>
    public async Task<bool> MayHaveChangedAsync(bool isGlance, CancellationToken over)
    {
        if (_token is not { } token)
            return true;
        bool hasChanged;
        try
        {
            var question = Ask(() => isGlance && token.Disk is { } disk ? disk.HasTurned : token.HasChanged);
            hasChanged = await AnswerAsync(question, over).ConfigureAwait(false);
            (_failure, _isDoubtful) = (null, false);
        }
        catch (Exception exception) when (!over.IsCancellationRequested)
        {
            (hasChanged, _failure, _isDoubtful) = (true, exception, true);
        }

        if (hasChanged && token.Disk is { IsUntold: true })
        {
            // What has just happened may be told in a moment.
            await Task.WhenAny(token.Called, Task.Delay(Latest, timeProvider, over)).ConfigureAwait(false);
            _isUntold = !token.Called.IsCompleted;
        }

        Settle();
        return hasChanged;
    }

    public Task LetGoAsync() => LetGoAsync(_asked, _token);

    private void Settle()
    {
        var before = _state;
        _state = (_failure ?? _token?.Disk?.Failure) switch
        {
            TimeoutException => new WatchState(WatchStatus.NotWatching, "it does not answer"),
            { } failure => new WatchState(WatchStatus.NotWatching, ReadingFailure.Describe(failure)),
            null when _isUntold => new WatchState(WatchStatus.NotWatching, Untold),
            _ => new WatchState(_token is { CallsBack: true } ? WatchStatus.Watching : WatchStatus.Polling),
        };
        if (_state != before)
            turned(_state);
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

    private Task<T> AnswerAsync<T>(Task<T> answer, CancellationToken over) => answer.WaitAsync(timeLimit(), timeProvider, over);

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
