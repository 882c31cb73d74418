namespace AutoResolve.RabbitMQ.Working;

/// <summary>Counts what is being worked on, and tells when nothing is.</summary>
internal sealed class InFlight
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _empty;

    public int Count { get; private set; }

    /// <summary>Counts one more until what is returned is disposed of.</summary>
    public IDisposable Enter()
    {
        lock (_lock)
            Count++;
        return new Leaving(this);
    }

    public Task WhenEmpty()
    {
        lock (_lock)
        {
            if (Count == 0)
                return Task.CompletedTask;
            _empty ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _empty.Task;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--Count == 0)
                _empty?.TrySetResult();
        }
    }

    private sealed class Leaving(InFlight all) : IDisposable
    {
        public void Dispose() => all.Leave();
    }
}
