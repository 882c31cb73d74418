namespace AutoResolve.RabbitMQ.Working;

/// <summary>Counts messages that wait for something, for whoever asks about the worker's health.</summary>
/// <param name="tell">Is told how many more there are, or fewer.</param>
internal sealed class Waiting(Action<int> tell)
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Counts one more until what is returned is disposed of.</summary>
    public IDisposable Enter()
    {
        Add(1);
        return new Leaving(this);
    }

    private void Add(int by)
    {
        Interlocked.Add(ref _count, by);
        tell(by);
    }

    private sealed class Leaving(Waiting all) : IDisposable
    {
        public void Dispose() => all.Add(-1);
    }
}
