using System.Collections.Concurrent;
using AutoResolve.PlugIns;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AutoResolve.Actions;

/// <summary>Calls one handler so that nothing it does can hurt the host: it may throw, hang, return late or nothing at all.</summary>
/// <remarks>
/// From outside in: its turn among the actions that run at once, which waits also while the circuit is open, total timeout, retry
/// (idempotent handlers only), circuit breaker, attempt
/// timeout. Verification and undoing have an attempt's timeout only.
/// </remarks>
internal sealed class HandlerPipeline(BoundHandler handler, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan MinBreak = TimeSpan.FromSeconds(1);

    private static readonly Func<Task> MayBeMade = () => Task.CompletedTask;

    private const string NoTurn = "Its turn did not come in time; the handler was not called.";

    private readonly ConcurrentDictionary<string, HandlerLane> _lanes = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    public BoundHandler Handler => handler;

    /// <summary>Makes a call ready.</summary>
    /// <returns>Why the values do not fit; null where they do.</returns>
    public string? TryBind(ActionCall call, out IBoundAction? action)
    {
        try
        {
            action = handler.Bind(call);
            return null;
        }
        catch (ArgumentException exception)
        {
            action = null;
            return $"{exception.Message.Split(" (Parameter")[0]} It was not called.";
        }
    }

    /// <summary>Carries an action out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="late">Told how it ended where that is known only after the time limit.</param>
    /// <param name="cancellationToken">The caller's; its cancellation is thrown on.</param>
    /// <param name="ensure">Makes sure before each attempt, when nothing more is waited for, that it may still be made; what it throws is
    /// thrown on.</param>
    /// <exception cref="ObjectDisposedException">The host has ended, and the handler was not called.</exception>
    public async Task<HandlerResult> ExecuteAsync(
        IBoundAction action,
        Action<ActionOutcome> late,
        CancellationToken cancellationToken,
        Func<Task>? ensure = null
    )
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var lane = _lanes.GetOrAdd(action.Partition, _ => new HandlerLane(handler, timeProvider));
        using var turn = await lane.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (turn is null)
            return new HandlerResult(ActionState.Failed, NoTurn, 0, TimeSpan.Zero);
        var call = new HandlerCall(action, late, ensure ?? MayBeMade, cancellationToken);
        var came = timeProvider.GetTimestamp();
        while (true)
        {
            var (result, closes) = await TryExecuteAsync(lane, call).ConfigureAwait(false);
            var left = handler.Options.MaxWait - timeProvider.GetElapsedTime(came);
            if (closes is not { } wait || left <= TimeSpan.Zero)
                return result;
            await Task.Delay(wait < left ? wait : left, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>How it ended; and where it was not called since its circuit is open, when that may close.</returns>
    private async Task<(HandlerResult Result, TimeSpan? Closes)> TryExecuteAsync(HandlerLane lane, HandlerCall call)
    {
        var cancellationToken = call.Caller;
        var started = timeProvider.GetTimestamp();
        HandlerResult Result(ActionState fate, string? message) => new(fate, message, call.Attempts, timeProvider.GetElapsedTime(started));
        try
        {
            var outcome = await lane.ExecuteAsync(call, AttemptAsync).ConfigureAwait(false);
            return (Result(FateOf(outcome), outcome.Message), null);
        }
        catch (BrokenCircuitException broken)
        {
            const string LeftAlone = "Its handler keeps failing and is left alone for a while";
            return call.Attempts == 0
                ? (Result(ActionState.Failed, $"{LeftAlone}; it was not called."), broken.RetryAfter ?? MinBreak)
                : (Result(ActionState.InDoubt, $"{LeftAlone}; whether an attempt before that succeeded is not known."), null);
        }
        catch (TimeoutRejectedException) when (!cancellationToken.IsCancellationRequested)
        {
            return call.Attempts == 0
                ? (Result(ActionState.Failed, NoTurn), null)
                : (Result(ActionState.InDoubt, "Its handler did not end in time, so whether it was done is not known."), null);
        }
    }

    /// <inheritdoc cref="ExecuteAsync"/>
    public Task<HandlerResult> VerifyAsync(IBoundAction action, Func<Task> ensure, CancellationToken cancellationToken) =>
        OnceAsync(action.VerifyAsync, ensure, cancellationToken);

    /// <inheritdoc cref="ExecuteAsync"/>
    public Task<HandlerResult> UndoAsync(IBoundAction action, Func<Task> ensure, CancellationToken cancellationToken) =>
        OnceAsync(action.UndoAsync, ensure, cancellationToken);

    public Task<HandlerResult> RehearseAsync(IBoundAction action, CancellationToken cancellationToken) =>
        OnceAsync(action.RehearseAsync, MayBeMade, cancellationToken);

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private async Task<HandlerResult> OnceAsync(
        Func<CancellationToken, ValueTask<ActionOutcome>> call,
        Func<Task> ensure,
        CancellationToken cancellationToken
    )
    {
        var started = timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(Handler.Options.AttemptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var (outcome, _) = await CallAsync(call, ensure, _ => { }, either.Token).ConfigureAwait(false);
            return new HandlerResult(FateOf(outcome), outcome.Message, 1, timeProvider.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HandlerResult(ActionState.InDoubt, "Its handler did not end in time.", 1, timeProvider.GetElapsedTime(started));
        }
    }

    private static async Task<HandlerAttempt> AttemptAsync(HandlerCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var attempt = 0;
        return await CallAsync(
                token => call.Action.ExecuteAsync(attempt, token),
                async () =>
                {
                    await call.Ensure().ConfigureAwait(false);
                    attempt = call.Begin();
                },
                call.Late,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    // On a thread of its own, since a handler may block before its first await; and there for the last time it is made sure that it may be
    // called, since threads may be so scarce that another host has taken the case up by then.
    private static async Task<HandlerAttempt> CallAsync(
        Func<CancellationToken, ValueTask<ActionOutcome>> call,
        Func<Task> ensure,
        Action<ActionOutcome> late,
        CancellationToken cancellationToken
    )
    {
        async Task<HandlerAttempt> EnsuredAsync()
        {
            await ensure().ConfigureAwait(false);
            return await GuardedAsync(call, cancellationToken).ConfigureAwait(false);
        }

        var calling = Task.Run(EnsuredAsync, CancellationToken.None);
        try
        {
            return await calling.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = calling.ContinueWith(
                ended =>
                {
                    if (ended is { Exception: null, IsCanceled: false })
                        late(ended.Result.Outcome);
                },
                TaskScheduler.Default
            );
            throw;
        }
    }

    private static async Task<HandlerAttempt> GuardedAsync(
        Func<CancellationToken, ValueTask<ActionOutcome>> call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // Threads may be so scarce that its time is over before it begins.
            cancellationToken.ThrowIfCancellationRequested();
            return await call(cancellationToken).ConfigureAwait(false) is { } outcome
                ? new HandlerAttempt(outcome, true)
                : Fault(ActionOutcome.NeedsPerson("Its handler returned nothing, so whether it was done is not known."));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PlugInException exception)
        {
            return Fault(ActionOutcome.Failed($"Its handler {exception.Message}", exception.IsTransient));
        }
        catch (Exception exception) when (exception is not HostEndedException)
        {
            // The message of an exception may quote anything.
            return Fault(ActionOutcome.Failed($"Its handler failed with {exception.GetType().Name}.", isTransient: true));
        }
    }

    private static HandlerAttempt Fault(ActionOutcome outcome) => new(outcome, false);

    private static ActionState FateOf(ActionOutcome outcome) =>
        outcome.Status switch
        {
            ActionStatus.Succeeded => ActionState.Succeeded,
            ActionStatus.NeedsPerson => ActionState.NeedsPerson,
            _ => ActionState.Failed,
        };
}
