namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Something to do for one issue, by one of several callers at once.</summary>
internal interface IProcessWork : IAsyncDisposable
{
    /// <param name="caller">Who calls, from 0; a caller waits for its call before the next.</param>
    /// <param name="number">The issue; no two calls have the same.</param>
    ValueTask DoAsync(int caller, long number);
}
