namespace AutoResolve.Cases;

/// <summary>A delivery's turn has not come in time.</summary>
internal sealed class WaitedTooLongException() : Exception("Its turn has not come in time.");
