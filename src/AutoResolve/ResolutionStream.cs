using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AutoResolve;

/// <summary>
/// Decides a stream of issues on several threads. However fast the source or slow the reader, only a few groups of issues are in memory.
/// </summary>
/// <remarks>An issue takes microseconds, far less than handing it to a thread, so issues travel in groups; but a group never waits for a
/// slow source to fill it.</remarks>
internal sealed class ResolutionStream : IDisposable
{
    private const int GroupSize = 64;

    private readonly IAsyncEnumerable<Issue> _issues;
    private readonly Func<Issue, CancellationToken, ValueTask<Resolution>> _resolve;
    private readonly bool _keepOrder;
    private readonly SemaphoreSlim _free;
    private readonly Channel<Task<Resolution[]>> _decided;

    public ResolutionStream(
        IAsyncEnumerable<Issue> issues,
        Func<Issue, CancellationToken, ValueTask<Resolution>> resolve,
        ResolveAllOptions options
    )
    {
        (_issues, _resolve, _keepOrder) = (issues, resolve, options.KeepOrder);
        _free = new SemaphoreSlim(options.MaxDegreeOfParallelism);
        _decided = Channel.CreateBounded<Task<Resolution[]>>(options.MaxDegreeOfParallelism);
    }

    public async IAsyncEnumerable<Resolution> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadSourceAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var group in _decided.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var resolution in await group.ConfigureAwait(false))
                    yield return resolution;
            }
        }
        finally
        {
            // Nothing goes on after a reader has left.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    public void Dispose() => _free.Dispose();

    // Never fails: what went wrong is told to the reader behind everything decided before.
    private async Task ReadSourceAsync(CancellationToken cancellationToken)
    {
        List<Task> running = [];
        List<Issue> group = new(GroupSize);
        Exception? failure = null;
        try
        {
            await ReadSourceAsync(group, running, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        // Where the source ends or fails, what it gave before is still decided.
        if (group.Count > 0 && !cancellationToken.IsCancellationRequested)
            await Task.WhenAny(StartAsync(group, running, cancellationToken)).ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(running)).ConfigureAwait(false);
        _decided.Writer.Complete(failure);
    }

    private async Task ReadSourceAsync(List<Issue> group, List<Task> running, CancellationToken cancellationToken)
    {
        var number = 0;
        var source = _issues.GetAsyncEnumerator(cancellationToken);
        await using var disposal = source.ConfigureAwait(false);
        while (true)
        {
            var next = source.MoveNextAsync().AsTask();
            try
            {
                if (group.Count == GroupSize || (group.Count > 0 && !next.IsCompleted))
                    await StartAsync(group, running, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // A source must not be disposed of while it is being read.
                await Task.WhenAny(next).ConfigureAwait(false);
                throw;
            }

            if (!await next.ConfigureAwait(false))
                return;
            number++;
            group.Add(source.Current ?? throw new InvalidOperationException($"Issue number {number} of the stream is null."));
        }
    }

    private async Task StartAsync(List<Issue> group, List<Task> running, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        Issue[] issues = [.. group];
        group.Clear();
        var deciding = Task.Run(() => DecideAsync(issues, cancellationToken), CancellationToken.None);
        running.RemoveAll(task => task.IsCompleted);
        running.Add(_keepOrder ? ReleaseAsync(deciding) : DeliverAsync(deciding, cancellationToken));
        if (_keepOrder)
            await _decided.Writer.WriteAsync(deciding, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReleaseAsync(Task deciding)
    {
        await Task.WhenAny(deciding).ConfigureAwait(false);
        _free.Release();
    }

    private async Task DeliverAsync(Task<Resolution[]> deciding, CancellationToken cancellationToken)
    {
        await Task.WhenAny(deciding).ConfigureAwait(false);
        await _decided.Writer.WriteAsync(deciding, cancellationToken).ConfigureAwait(false);
        _free.Release();
    }

    // All are begun before the first that waits for a fact is waited for.
    private async Task<Resolution[]> DecideAsync(Issue[] group, CancellationToken cancellationToken)
    {
        var resolutions = new Resolution[group.Length];
        List<(int Place, Task<Resolution> Resolving)> waiting = [];
        for (var place = 0; place < group.Length; place++)
        {
            var resolving = _resolve(group[place], cancellationToken);
            if (resolving.IsCompletedSuccessfully)
                resolutions[place] = resolving.Result;
            else
                waiting.Add((place, resolving.AsTask()));
        }

        foreach (var (place, resolving) in waiting)
            resolutions[place] = await resolving.ConfigureAwait(false);
        return resolutions;
    }
}
