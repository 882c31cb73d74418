namespace AutoResolve.Actions;

/// <summary>How one call of a handler ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="IsHandlersWord">Whether the handler said so itself. Else it threw, or returned nothing.</param>
internal readonly record struct HandlerAttempt(ActionOutcome Outcome, bool IsHandlersWord);
