namespace AutoResolve.RabbitMQ.Working;

/// <summary>Whether messages are held since the journal cannot be used, for whoever asks about the worker's health.</summary>
internal sealed class JournalWatch
{
    private int _holding;

    /// <summary>How many messages are held.</summary>
    public int Holding => Volatile.Read(ref _holding);

    public void Began()
    {
        Interlocked.Increment(ref _holding);
        Telemetry.Holds(1);
    }

    public void Ended()
    {
        Interlocked.Decrement(ref _holding);
        Telemetry.Holds(-1);
    }
}
