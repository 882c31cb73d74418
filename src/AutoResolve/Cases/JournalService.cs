using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>
/// At start reads stops and demotions, and takes up what is unfinished; then keeps doing so, since other hosts may write to the same
/// journal.
/// </summary>
internal sealed class JournalService(
    KillSwitch stops,
    Demotions demotions,
    OpenedJournal opened,
    CaseFlow flow,
    RulebookKeeper keeper,
    WorkInFlight inFlight,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<JournalService> logger
) : BackgroundService
{
    /// <summary>Done before the host takes issues in: a host whose journal cannot be used does not start.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        await keeper.KeepAsync(cancellationToken).ConfigureAwait(false);
        await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes nothing more, and waits for what was begun, since handlers that are made for each call cannot be made any more once
    /// the services are disposed of.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await inFlight.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    // Apart from each other: what takes long to finish must not keep a stop from being heard.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(KeepUpAsync(stoppingToken), TakeUpAsync(stoppingToken)).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of without being stopped first would tell of a failure.
        }
    }

    private async Task KeepUpAsync(CancellationToken stoppingToken)
    {
        var isTold = false;
        using var timer = new PeriodicTimer(options.CurrentValue.RefreshInterval, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            isTold = await FailsAsync(() => RefreshAsync(stoppingToken), Log.RefreshFailed, isTold, stoppingToken).ConfigureAwait(false);
            await keeper.KeepAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TakeUpAsync(CancellationToken stoppingToken)
    {
        var isTold = false;
        using var timer = new PeriodicTimer(options.CurrentValue.RefreshInterval, timeProvider);
        do
        {
            isTold = await FailsAsync(() => flow.TakeUpAsync(stoppingToken), Log.RecoveryFailed, isTold, stoppingToken)
                .ConfigureAwait(false);
        } while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await stops.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await demotions.RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    // A journal that is away fails each time in the same way; once is enough until it has been read again.
    private async Task<bool> FailsAsync(Func<Task> act, Action<ILogger, Exception> log, bool isTold, CancellationToken stoppingToken)
    {
        try
        {
            await act().ConfigureAwait(false);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            if (!isTold)
                log(logger, exception);
            return true;
        }
    }
}
