using System.Collections.Concurrent;

namespace AutoResolve.Postgres;

/// <summary>
/// Asks the server for what many want. Whoever comes while it is asked is asked for together with all who came meanwhile, so that a burst
/// costs few messages and one alone does not wait. What is found is as it was after it was wanted.
/// </summary>
/// <param name="askAsync">Finds something for each, in their order.</param>
internal sealed class Gathering<TWanted, TFound>(Func<IReadOnlyList<TWanted>, Task<IReadOnlyList<TFound>>> askAsync)
{
    private const int MaxTogether = 200;

    private readonly ConcurrentQueue<(TWanted Wanted, TaskCompletionSource<TFound> Found)> _waiting = new();
    private bool _isAsking;

    /// <param name="wanted">What is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TFound> FindAsync(TWanted wanted, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<TFound>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue((wanted, found));
        Begin();
        return found.Task.WaitAsync(cancellationToken);
    }

    private void Begin()
    {
        if (!Interlocked.Exchange(ref _isAsking, true))
            _ = Task.Run(AskAllAsync);
    }

    private async Task AskAllAsync()
    {
        List<(TWanted Wanted, TaskCompletionSource<TFound> Found)> together = [];
        while (true)
        {
            together.Clear();
            while (together.Count < MaxTogether && _waiting.TryDequeue(out var next))
                together.Add(next);
            if (together.Count == 0)
                break;
            await AskAsync(together).ConfigureAwait(false);
        }

        // Who came between the last look and this found somebody asking.
        Interlocked.Exchange(ref _isAsking, false);
        if (!_waiting.IsEmpty)
            Begin();
    }

    private async Task AskAsync(List<(TWanted Wanted, TaskCompletionSource<TFound> Found)> together)
    {
        try
        {
            var found = await askAsync([.. together.Select(each => each.Wanted)]).ConfigureAwait(false);
            for (var place = 0; place < together.Count; place++)
                together[place].Found.TrySetResult(found[place]);
        }
        catch (Exception exception)
        {
            foreach (var (_, found) in together)
                found.TrySetException(exception);
        }
    }
}
