namespace AutoResolve.Actions;

/// <summary>How a call to a handler ended.</summary>
internal readonly record struct HandlerResult(ActionFate Fate, string? Message, int Attempts, TimeSpan Elapsed);
