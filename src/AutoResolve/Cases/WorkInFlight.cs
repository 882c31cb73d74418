using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using AutoResolve.Actions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>
/// The work of this host: so many cases at once, the others in the order in which they came. Work that was begun goes on whatever becomes
/// of whoever waits for it.
/// </summary>
internal sealed class WorkInFlight : IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<CaseReference, Task> _byCase = new();
    private readonly ConcurrentDictionary<Task, bool> _all = new();
    private readonly ConcurrencyLimiter _limiter;
    private readonly IOptionsMonitor<ActionOptions> _options;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _ending = new();
    private readonly HostEnd _end;
    private readonly ILogger<WorkInFlight> _logger;
    private Task? _patience;
    private int _disposals;

    public WorkInFlight(HostEnd end, IOptionsMonitor<ActionOptions> options, TimeProvider timeProvider, ILogger<WorkInFlight> logger)
    {
        (_end, _options, _timeProvider, _logger) = (end, options, timeProvider, logger);
        _limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions
            {
                PermitLimit = options.CurrentValue.MaxConcurrentCases,
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
    }

    /// <exception cref="ObjectDisposedException">The host is gone.</exception>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_ending.IsCancellationRequested, typeof(IIssueProcessor));

    /// <summary>Waits for a place.</summary>
    /// <returns>Null where none came free in time.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="ObjectDisposedException">The host ends.</exception>
    public async ValueTask<RateLimitLease?> EnterAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_limiter.AttemptAcquire() is { IsAcquired: true } free)
            return free;
        using var waiting = Telemetry.Waits();
        using var timeout = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken, _ending.Token);
        try
        {
            return await _limiter.AcquireAsync(1, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ThrowIfDisposed();
            return null;
        }
    }

    /// <summary>Runs work on a case to its end; whoever waits for it does so no longer than the host.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="work">The work.</param>
    /// <param name="place">Its place, which is given back when it ends; null where it has none.</param>
    /// <exception cref="ObjectDisposedException">The host is gone, and whether the work has ended is not known.</exception>
    public Task<T> Run<T>(CaseReference reference, Func<Task<T>> work, RateLimitLease? place = null)
    {
        ThrowIfDisposed();
        var task = Task.Run(work);
        _all.TryAdd(task, true);
        _byCase[reference] = task;
        _ = task.ContinueWith(
            ended =>
            {
                _byCase.TryRemove(KeyValuePair.Create<CaseReference, Task>(reference, ended));
                _all.TryRemove(ended, out _);
                place?.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return UntilGoneAsync(task);
    }

    /// <summary>Waits for a time.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="ObjectDisposedException">The host ends.</exception>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => WaitAsync(null, time, cancellationToken);

    /// <summary>Waits until this host's work on a case ends, or a time has passed, whatever is first.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="ObjectDisposedException">The host ends.</exception>
    public Task WaitForAsync(CaseReference reference, TimeSpan limit, CancellationToken cancellationToken) =>
        WaitAsync(_byCase.GetValueOrDefault(reference), limit, cancellationToken);

    /// <summary>Takes nothing more, and waits for what was begun, for <see cref="ActionOptions.ShutdownTimeout"/> at most however often
    /// this is called. What has not ended then is told to, and is left to another host.</summary>
    /// <param name="cancellationToken">Ends the wait, and nothing else.</param>
    public async Task EndAsync(CancellationToken cancellationToken = default)
    {
        if (!_ending.IsCancellationRequested)
            await _ending.CancelAsync().ConfigureAwait(false);
        var left = Task.WhenAll(_all.Keys.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        // Real time: whoever has set the host's clock still waits for its end.
        _patience ??= Task.Delay(_options.CurrentValue.ShutdownTimeout, TimeProvider.System, CancellationToken.None);
        Task waiting = Task.WhenAny(left, _patience);
        await waiting.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (left.IsCompleted || !_patience.IsCompleted || _end.IsOver)
            return;
        Log.HostEnded(_logger, _all.Count);
        await _end.SignalAsync().ConfigureAwait(false);
    }

    /// <summary>Takes nothing more, and waits for what was begun.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
            return;
        await EndAsync().ConfigureAwait(false);
        await _end.SignalAsync().ConfigureAwait(false);
        await _limiter.DisposeAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task WaitAsync(Task? work, TimeSpan limit, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        var time = Task.Delay(limit, _timeProvider, ended.Token);
        await (work is null ? Task.WhenAny(time) : Task.WhenAny(work, time)).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfDisposed();
    }

    private async Task<T> UntilGoneAsync<T>(Task<T> work)
    {
        try
        {
            return await work.WaitAsync(_end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsOver && !work.IsCompleted)
        {
            throw new ObjectDisposedException(nameof(IIssueProcessor));
        }
    }
}
