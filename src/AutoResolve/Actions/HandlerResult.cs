namespace AutoResolve.Actions;

/// <summary>How a call to a handler ended.</summary>
internal readonly record struct HandlerResult(ActionState Fate, string? Message, int Attempts, TimeSpan Elapsed);
