using System.Diagnostics;

namespace AutoResolve.Crash.Driving;

/// <summary>
/// How far a round has come. What waits in it waits for this and never for a clock, so that the machine may be as slow as it likes.
/// </summary>
internal sealed class Progress
{
    // Not how long anything may take, but how long nothing at all may happen: longer than a broker may take to start.
    private static readonly TimeSpan Still = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private long _last = Stopwatch.GetTimestamp();
    private int _answers;

    /// <summary>How many deliveries have been answered for good.</summary>
    public int Answers => Volatile.Read(ref _answers);

    public void Answered()
    {
        Interlocked.Increment(ref _answers);
        Moved();
    }

    /// <summary>Something happened, if only that a host has started.</summary>
    public void Moved() => Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">Nothing happens any more.</exception>
    public async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _last)) > Still)
                throw new TimeoutException($"Nothing has happened for {Still.TotalMinutes} minutes.");
            await Task.Delay(Poll, cancellationToken);
        }
    }
}
