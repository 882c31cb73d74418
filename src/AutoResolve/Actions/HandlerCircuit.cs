using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AutoResolve.Actions;

/// <summary>Leaves alone for a while what keeps failing: for timeouts, or what the handler calls transient, in several cases.</summary>
/// <remarks>
/// What a handler throws may be the fault of an issue, so it does not count; nor does what fails in one or two cases alone. Polly's breaker
/// counts attempts and no cases, so <see cref="FailureWindow"/> counts both, and it is told of a failure only when it is to open; all else
/// is Polly's.
/// </remarks>
internal sealed class HandlerCircuit(HandlerOptions options, TimeProvider timeProvider)
{
    /// <summary>Under which the context of an execution holds its call.</summary>
    public static readonly ResiliencePropertyKey<HandlerCall> Call = new("AutoResolve.Call");

    private readonly FailureWindow _window = new(options.FailureRatio, options.MinimumThroughput, timeProvider);
    private readonly CircuitBreakerStateProvider _state = new();

    public CircuitBreakerStrategyOptions<HandlerAttempt> ToStrategy() =>
        new()
        {
            // Any failure that it is told of is enough: 2 is the least it takes.
            FailureRatio = 0,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromDays(1),
            BreakDuration = options.BreakDuration,
            StateProvider = _state,
            ShouldHandle = attempt => new(Opens(attempt.Context, attempt.Outcome)),
            OnClosed = _ =>
            {
                _window.Clear();
                return default;
            },
        };

    private bool Opens(ResilienceContext context, Outcome<HandlerAttempt> outcome)
    {
        var call = context.Properties.GetValue(Call, null!);
        switch (IsFailure(call, outcome))
        {
            case true:
                return _window.Failed(call.Action.Case) || _state.CircuitState == CircuitState.HalfOpen;
            case false:
                _window.Succeeded();
                return false;
            default:
                return false;
        }
    }

    // Null where it says nothing about what the handler calls.
    private static bool? IsFailure(HandlerCall call, Outcome<HandlerAttempt> outcome) =>
        outcome switch
        {
            // The journal did not say in time whether it may be called.
            { Exception: not null } when call.Attempts == 0 => null,
            { Exception: TimeoutRejectedException } => true,

            // Cancelled by the total time limit.
            { Exception: OperationCanceledException } when !call.Caller.IsCancellationRequested => true,
            { Exception: not null } or { Result.IsHandlersWord: false } => null,
            { Result.Outcome: { Status: ActionStatus.Failed, IsTransient: true } } => true,
            { Result.Outcome.Status: ActionStatus.NeedsPerson } => null,
            _ => false,
        };
}
