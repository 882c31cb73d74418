using System.Threading.RateLimiting;

namespace AutoResolve.Actions;

/// <summary>Lets so many actions of a handler run at once; the others wait, first come, first served, for so long at most.</summary>
/// <remarks>A burst is to become a queue, and not work for people; so it is time that bounds the wait, and not how many wait.</remarks>
internal sealed class HandlerTurns(string handler, HandlerOptions options, TimeProvider timeProvider) : IDisposable
{
    private readonly ConcurrencyLimiter _running = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = options.MaxConcurrency,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for an action's turn.</summary>
    /// <param name="cancellationToken">The caller's; its cancellation is thrown on.</param>
    /// <returns>To be disposed of when the action has ended; null where the turn did not come in time.</returns>
    /// <exception cref="ObjectDisposedException">The host has ended, also while it waited.</exception>
    public async ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = _running.AttemptAcquire();
        if (turn.IsAcquired)
        {
            Telemetry.Waited(handler, TimeSpan.Zero);
            return turn;
        }

        var began = timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(options.MaxWait, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Telemetry.WaitBegan(handler);
        try
        {
            turn = await _running.AcquireAsync(1, either.Token).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(!turn.IsAcquired, this);
            return turn;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Telemetry.WaitEnded(handler);
            Telemetry.Waited(handler, timeProvider.GetElapsedTime(began));
        }
    }

    public void Dispose() => _running.Dispose();
}
