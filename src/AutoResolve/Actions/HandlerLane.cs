using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AutoResolve.Actions;

/// <summary>The way of a handler's actions to one system: their turns, time limits, retries and circuit.</summary>
internal sealed class HandlerLane : IDisposable
{
    private readonly HandlerTurns _turns;
    private readonly ResiliencePipeline<HandlerAttempt> _attempts;

    public HandlerLane(BoundHandler handler, TimeProvider timeProvider)
    {
        var options = handler.Options;
        _turns = new HandlerTurns(handler.Signature.Name, options, timeProvider);
        var builder = new ResiliencePipelineBuilder<HandlerAttempt> { TimeProvider = timeProvider }.AddTimeout(options.TotalTimeout);
        if (handler.Signature.IsIdempotent && options.MaxRetries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions<HandlerAttempt>
                {
                    MaxRetryAttempts = options.MaxRetries,
                    Delay = options.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = new PredicateBuilder<HandlerAttempt>()
                        .Handle<TimeoutRejectedException>()
                        .HandleResult(attempt => attempt.Outcome is { Status: ActionStatus.Failed, IsTransient: true }),
                }
            );
        }

        _attempts = builder
            .AddCircuitBreaker(new HandlerCircuit(options, timeProvider).ToStrategy())
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <inheritdoc cref="HandlerTurns.WaitAsync"/>
    public ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) => _turns.WaitAsync(cancellationToken);

    /// <summary>Attempts a call, as often as it takes.</summary>
    public async Task<ActionOutcome> ExecuteAsync(HandlerCall call, Func<HandlerCall, CancellationToken, Task<HandlerAttempt>> attempt)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Caller);
        context.Properties.Set(HandlerCircuit.Call, call);
        try
        {
            var ended = await _attempts
                .ExecuteAsync(
                    static async (context, state) => await state.attempt(state.call, context.CancellationToken).ConfigureAwait(false),
                    context,
                    (attempt, call)
                )
                .ConfigureAwait(false);
            return ended.Outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => _turns.Dispose();
}
