using System.Diagnostics;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Queues;

/// <summary>
/// Hits workers, broker and database while a queue is emptied: a tenth each the broker and the database, one in forty a full disk, one in
/// ten the connections of all workers to the broker, one in ten those of a worker to the database; of the rest a third are stopped beyond
/// their lease, and the others killed. A fault falls after so much progress.
/// </summary>
internal sealed class FleetFaults(
    FleetServers servers,
    HostPool pool,
    ConnectionCutter cutter,
    FleetSettings settings,
    Progress progress,
    Random random,
    CancellationToken cancellationToken
)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan MaxDrop = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FullTime = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly HashSet<IDrivenHost> _hit = [];
    private readonly List<Task> _mending = [];

    /// <summary>What was done.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    /// <summary>Does all faults of a round, spread over what is to be heard.</summary>
    /// <param name="messages">How many messages are to be heard of.</param>
    /// <param name="playing">The round; what it does not last for is not done.</param>
    public async Task RunAsync(int messages, Task playing)
    {
        var kinds = Plan();
        for (var number = 0; number < kinds.Count && !playing.IsCompleted; number++)
        {
            var after = (long)messages * number / (kinds.Count + 1);
            await progress.UntilAsync(() => playing.IsCompleted || progress.Answers >= after, cancellationToken);
            await Task.Delay(MaxPause * random.NextDouble(), cancellationToken);
            if (!playing.IsCompleted)
                await HitAsync(kinds[number]);
        }

        while (_mending.Exists(task => !task.IsCompleted))
            await Task.WhenAll(_mending);
        await Task.WhenAll(_mending);
    }

    private List<FaultKind> Plan()
    {
        var kinds = Enumerable
            .Range(0, settings.Faults)
            .Select(place =>
                (place % 40) switch
                {
                    0 or 10 or 20 or 30 => FaultKind.BrokerKilled,
                    1 or 11 or 21 or 31 => FaultKind.DatabaseCrashed,
                    2 when servers.Disk is not null => FaultKind.DiskFull,
                    3 or 13 or 23 or 33 => FaultKind.BrokerCut,
                    4 or 14 or 24 or 34 => FaultKind.Cut,
                    var other => other % 3 == 0 ? FaultKind.Stopped : FaultKind.KilledAtWork,
                }
            )
            .ToArray();
        random.Shuffle(kinds);
        return [.. kinds];
    }

    private async Task HitAsync(FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.BrokerKilled:
                await DoAsync(kind, servers.KillBrokerAsync);
                break;
            case FaultKind.BrokerCut:
                await DoAsync(kind, () => servers.Proxy.DropAsync(MaxDrop * random.NextDouble()));
                break;
            case FaultKind.DatabaseCrashed:
                await DoAsync(kind, servers.CrashDatabaseAsync);
                break;
            case FaultKind.DiskFull:
                await DoAsync(kind, () => servers.FillDiskAsync(FullTime));
                break;
            case FaultKind.Cut when Take() is { } cut:
                var from = Stopwatch.GetTimestamp();
                await cutter.CutAsync(cut.Settings, cancellationToken);
                Add(new Fault(kind, cut.Settings.Name, from, Stopwatch.GetTimestamp()));
                Release(cut);
                break;
            case FaultKind.Stopped when Take() is { } stopped:
                Mend(StopAsync(stopped));
                break;
            default:
                if (Take() is { } killed)
                    Mend(KillAsync(killed));
                break;
        }
    }

    private async Task DoAsync(FaultKind kind, Func<Task> hit)
    {
        var from = Stopwatch.GetTimestamp();
        await hit();
        Add(new Fault(kind, null, from, Stopwatch.GetTimestamp()));
    }

    private async Task StopAsync(HostProcess host)
    {
        Add(await host.StopAsync(settings.Lease * (1.2 + (random.Next(50) / 100.0))));
        Release(host);
    }

    private async Task KillAsync(HostProcess host)
    {
        Add(await host.KillAsync(FaultKind.KilledAtWork));
        await pool.ReplaceAsync(host);
    }

    private HostProcess? Take()
    {
        lock (_lock)
        {
            var usable = pool.Usable.OfType<HostProcess>().Where(host => !_hit.Contains(host)).ToList();
            if (usable.Count == 0)
                return null;
            var host = usable[random.Next(usable.Count)];
            _hit.Add(host);
            return host;
        }
    }

    private void Release(IDrivenHost host)
    {
        lock (_lock)
            _hit.Remove(host);
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
}
