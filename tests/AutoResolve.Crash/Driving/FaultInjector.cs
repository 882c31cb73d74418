using System.Diagnostics;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>
/// Does to hosts what happens to hosts: each time after so much progress, and more of it the longer a round lasts, so that every round
/// ends.
/// </summary>
/// <param name="pool">The hosts.</param>
/// <param name="lease">How long their leases are.</param>
/// <param name="most">How many faults there are at most.</param>
/// <param name="cutter">Cuts connections; null where there are none.</param>
/// <param name="progress">How far the round has come.</param>
/// <param name="random">Chooses.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class FaultInjector(
    HostPool pool,
    TimeSpan lease,
    int most,
    ConnectionCutter? cutter,
    Progress progress,
    Random random,
    CancellationToken cancellationToken
)
{
    private const int FaultsPerAnswer = 15;

    private static readonly TimeSpan MaxStart = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan MaxRecovery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan MaxApproval = TimeSpan.FromMilliseconds(60);

    // Of the moment in which it falls; what is waited for is progress.
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(80);

    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly HashSet<IDrivenHost> _hit = [];
    private readonly List<Task> _mending = [];
    private int _begun;
    private int _stops;

    /// <summary>What was done, once it has ended.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Hits hosts until the round is played, and waits until all is mended.</summary>
    public async Task RunAsync(Task playing)
    {
        while (_begun < most && !playing.IsCompleted)
        {
            var next = progress.Answers + 1 + Below(2) + (_begun / FaultsPerAnswer);
            await progress.UntilAsync(() => playing.IsCompleted || progress.Answers >= next, cancellationToken);
            await PauseAsync(MaxPause);
            if (!playing.IsCompleted)
                await HitAsync();
        }

        await playing;
        await EndAsync();
    }

    /// <summary>Kills a host in a moment, where it is not hit already.</summary>
    public async Task KillSoonAsync(IDrivenHost host, FaultKind kind)
    {
        await PauseAsync(MaxApproval);
        if (host is HostProcess process && TryTake(process))
            await KillAsync(process, kind);
    }

    // A third are stops.
    private async Task HitAsync()
    {
        if (_stops * 3 <= _begun)
        {
            if (TakeAny() is { } stopped)
                Mend(StopAsync(stopped));
        }
        else if (cutter is not null && Below(3) == 0)
        {
            await CutAsync(cutter);
        }
        else if (TakeAny() is { } killed)
        {
            await KillAsync(killed, FaultKind.KilledAtWork);
        }
    }

    private async Task StopAsync(HostProcess host)
    {
        Interlocked.Increment(ref _stops);
        Add(await host.StopAsync(lease * (1.2 + (Below(50) / 100.0))));
        lock (_lock)
            _hit.Remove(host);
    }

    private async Task CutAsync(ConnectionCutter cut)
    {
        var usable = pool.Usable;
        if (usable.Count == 0)
            return;
        Interlocked.Increment(ref _begun);
        var host = usable[Below(usable.Count)].Settings;
        var isAll = Below(4) == 0;
        var from = Stopwatch.GetTimestamp();
        await (isAll ? cut.CutAllAsync(host.Schema, cancellationToken) : cut.CutAsync(host, cancellationToken));
        Add(new Fault(isAll ? FaultKind.AllCut : FaultKind.Cut, isAll ? null : host.Name, from, Stopwatch.GetTimestamp()));
    }

    private async Task KillAsync(HostProcess host, FaultKind kind)
    {
        Add(await host.KillAsync(kind));
        Mend(RestartAsync(host));
    }

    // At times the next one does not come far either; the one after it does.
    private async Task RestartAsync(HostProcess gone)
    {
        var host = (HostProcess)await pool.ReplaceAsync(gone);
        var plan = Below(6);
        if (plan > 1)
            return;
        if (plan == 1)
            await host.Recovering;
        await PauseAsync(plan == 1 ? MaxRecovery : MaxStart);
        if (host.IsUsable || !TryTake(host))
            return;
        Add(await host.KillAsync(plan == 1 ? FaultKind.KilledInRecovery : FaultKind.KilledInStart));
        await pool.ReplaceAsync(host);
    }

    private HostProcess? TakeAny()
    {
        var usable = pool.Usable.OfType<HostProcess>().ToList();
        return usable.Count > 0 && usable[Below(usable.Count)] is var host && TryTake(host) ? host : null;
    }

    private bool TryTake(HostProcess host)
    {
        lock (_lock)
        {
            if (_begun >= most || !_hit.Add(host))
                return false;
            _begun++;
            return true;
        }
    }

    private async Task EndAsync()
    {
        while (true)
        {
            Task[] mending;
            lock (_lock)
                mending = [.. _mending.Where(task => !task.IsCompletedSuccessfully)];
            if (mending.Length == 0)
                return;
            await Task.WhenAll(mending);
        }
    }

    private void Mend(Task mending)
    {
        lock (_lock)
            _mending.Add(mending);
    }

    private void Add(Fault fault)
    {
        lock (_lock)
            _faults.Add(fault);
        progress.Moved();
    }

    private int Below(int limit)
    {
        lock (_lock)
            return random.Next(limit);
    }

    private Task PauseAsync(TimeSpan longest) => Task.Delay(longest * (Below(1000) / 1000.0), cancellationToken);
}
