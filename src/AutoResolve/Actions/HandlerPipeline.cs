using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace AutoResolve.Actions;

/// <summary>Calls one handler so that nothing it does can hurt the host: it may throw, hang, return late or nothing at all.</summary>
/// <remarks>From outside in: total timeout, concurrency limit, retry (idempotent handlers only), circuit breaker, attempt timeout. Verification and undoing have an attempt's timeout only.</remarks>
internal sealed class HandlerPipeline
{
    private static readonly TimeSpan BreakerWindow = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<ActionOutcome> _pipeline;
    private readonly TimeProvider _timeProvider;

    public HandlerPipeline(BoundHandler handler, TimeProvider timeProvider)
    {
        (Handler, _timeProvider) = (handler, timeProvider);
        var options = handler.Options;
        var builder = new ResiliencePipelineBuilder<ActionOutcome> { TimeProvider = timeProvider }
            .AddTimeout(options.TotalTimeout)
            .AddConcurrencyLimiter(options.MaxConcurrency, options.MaxWaiting);
        if (handler.Signature.IsIdempotent && options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ActionOutcome>
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = Transient(),
            });
        }

        _pipeline = builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ActionOutcome>
            {
                FailureRatio = options.BreakAtFailureShare,
                MinimumThroughput = options.BreakAfterAttempts,
                SamplingDuration = BreakerWindow,
                BreakDuration = options.BreakDuration,
                ShouldHandle = Transient(),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    public BoundHandler Handler { get; }

    /// <summary>Carries an action out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="late">Told how it ended where that is known only after the time limit.</param>
    /// <param name="cancellationToken">The caller's; its cancellation is thrown on.</param>
    public async Task<HandlerResult> ExecuteAsync(IBoundAction action, Action<ActionOutcome> late, CancellationToken cancellationToken)
    {
        var attempts = 0;
        var started = _timeProvider.GetTimestamp();
        HandlerResult Result(ActionFate fate, string? message) => new(fate, message, attempts, _timeProvider.GetElapsedTime(started));
        try
        {
            var outcome = await _pipeline.ExecuteAsync(
                async token => await CallAsync(inner => action.ExecuteAsync(++attempts, inner), late, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            return Result(FateOf(outcome), outcome.Message);
        }
        catch (BrokenCircuitException)
        {
            return attempts == 0
                ? Result(ActionFate.Failed, "Its handler keeps failing and is left alone for a while; it was not called.")
                : Result(ActionFate.InDoubt, "Its handler keeps failing and is left alone for a while; whether an attempt before that succeeded is not known.");
        }
        catch (RateLimiterRejectedException)
        {
            return Result(ActionFate.Failed, "Too many actions wait for its handler; it was not called.");
        }
        catch (TimeoutRejectedException) when (!cancellationToken.IsCancellationRequested)
        {
            return attempts == 0
                ? Result(ActionFate.Failed, "Its turn did not come in time; the handler was not called.")
                : Result(ActionFate.InDoubt, "Its handler did not end in time, so whether it was done is not known.");
        }
    }

    public Task<HandlerResult> VerifyAsync(IBoundAction action, CancellationToken cancellationToken) => OnceAsync(action.VerifyAsync, cancellationToken);

    public Task<HandlerResult> UndoAsync(IBoundAction action, CancellationToken cancellationToken) => OnceAsync(action.UndoAsync, cancellationToken);

    public Task<HandlerResult> RehearseAsync(IBoundAction action, CancellationToken cancellationToken) => OnceAsync(action.RehearseAsync, cancellationToken);

    private async Task<HandlerResult> OnceAsync(Func<CancellationToken, ValueTask<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(Handler.Options.AttemptTimeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outcome = await CallAsync(call, _ => { }, either.Token).ConfigureAwait(false);
            return new HandlerResult(FateOf(outcome), outcome.Message, 1, _timeProvider.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HandlerResult(ActionFate.InDoubt, "Its handler did not end in time.", 1, _timeProvider.GetElapsedTime(started));
        }
    }

    // On a thread of its own, since a handler may block before its first await.
    private static async Task<ActionOutcome> CallAsync(Func<CancellationToken, ValueTask<ActionOutcome>> call, Action<ActionOutcome> late, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var calling = Task.Run(() => GuardedAsync(call, cancellationToken), CancellationToken.None);
        try
        {
            return await calling.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = calling.ContinueWith(ended => late(ended.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private static async Task<ActionOutcome> GuardedAsync(Func<CancellationToken, ValueTask<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken).ConfigureAwait(false) ?? ActionOutcome.NeedsPerson("Its handler returned nothing, so whether it was done is not known.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // The message of an exception may quote anything.
            return ActionOutcome.Failed($"Its handler failed with {exception.GetType().Name}.", isTransient: true);
        }
    }

    private static ActionFate FateOf(ActionOutcome outcome) => outcome.Status switch
    {
        ActionStatus.Succeeded => ActionFate.Succeeded,
        ActionStatus.NeedsPerson => ActionFate.NeedsPerson,
        _ => ActionFate.Failed,
    };

    private static PredicateBuilder<ActionOutcome> Transient() => new PredicateBuilder<ActionOutcome>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(outcome => outcome is { Status: ActionStatus.Failed, IsTransient: true });
}
