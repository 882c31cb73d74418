namespace AutoResolve.Testing;

/// <summary>The calls of a fake, and which of them fail.</summary>
internal sealed class CallLog<TCall>(Func<TCall, string> keyOf, Func<TCall, Exception?> failureOf)
    where TCall : class
{
    private const string Told = "This call was told to fail.";

    private readonly Lock _lock = new();
    private readonly List<TCall> _calls = [];
    private readonly Queue<Exception> _next = [];
    private Func<TCall, Exception?> _when = _ => null;

    public IReadOnlyList<TCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public IReadOnlyList<TCall> Done => [.. Calls.Where(call => failureOf(call) is null).DistinctBy(keyOf, StringComparer.Ordinal)];

    public void FailNext(int calls, Exception? exception)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        lock (_lock)
        {
            for (var call = 0; call < calls; call++)
                _next.Enqueue(exception ?? new InvalidOperationException(Told));
        }
    }

    public void FailWhen(Func<TCall, bool> condition, Exception? exception)
    {
        ArgumentNullException.ThrowIfNull(condition);
        lock (_lock)
            _when = call => condition(call) ? exception ?? new InvalidOperationException(Told) : null;
    }

    public void StopFailing()
    {
        lock (_lock)
        {
            _next.Clear();
            _when = _ => null;
        }
    }

    /// <param name="create">Makes the call of its number.</param>
    /// <param name="fail">Adds what it throws.</param>
    /// <param name="cancellationToken">Where it is signalled nothing is recorded, as nothing is done.</param>
    public ValueTask Add(Func<int, TCall> create, Func<TCall, Exception, TCall> fail, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        lock (_lock)
        {
            var call = create(_calls.Count + 1);
            if (!_next.TryDequeue(out var failure))
                failure = _when(call);
            _calls.Add(failure is null ? call : fail(call, failure));
            return failure is null ? default : ValueTask.FromException(failure);
        }
    }
}
