using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>At start reads stops and demotions, and takes up what is unfinished; then keeps doing so, since other hosts may write to the same journal.</summary>
internal sealed class JournalService(
    ControlState control,
    Recovery recovery,
    RulebookKeeper keeper,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<JournalService> logger) : BackgroundService
{
    /// <summary>Done before the host takes issues in: a host whose journal cannot be used does not start.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await control.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await keeper.KeepAsync(cancellationToken).ConfigureAwait(false);
        if (options.CurrentValue.RecoverAfter == TimeSpan.Zero)
            await recovery.RecoverAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CurrentValue.RefreshInterval, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await TryAsync(async () => await control.RefreshAsync(stoppingToken).ConfigureAwait(false), Log.RefreshFailed).ConfigureAwait(false);
            await keeper.KeepAsync(stoppingToken).ConfigureAwait(false);

            // With several hosts, what another left unfinished; alone, what this one works on is unfinished too.
            if (options.CurrentValue.RecoverAfter > TimeSpan.Zero)
                await TryAsync(async () => await recovery.RecoverAsync(stoppingToken).ConfigureAwait(false), Log.RecoveryFailed).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(Func<Task> act, Action<ILogger, Exception> log)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log(logger, exception);
        }
    }
}
