using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Driving;

/// <summary>
/// One round: it begins with an empty journal, and ends when everything was answered and no host has anything left to do.
/// </summary>
internal sealed class Round(RunSettings settings, HostSettings world, int faultsLeft, Figures figures)
{
    private const int AtOnce = 16;

    // As often cases may be taken up without anything coming of it.
    private const int MaxStill = 10;

    // After which nothing waits for its time any more.
    private const int MuchLater = 6 * 60;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly Progress _progress = new();

    /// <returns>What is broken.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(CancellationToken cancellationToken)
    {
        var random = new Random(world.Seed);
        await using var provider = JournalStore.Open(world with { Name = "driver" }, out var journal);
        await journal.OpenAsync(cancellationToken);
        await using var cutter = settings.Store == StoreKind.Postgres ? new ConnectionCutter() : null;
        await using var pool = new HostPool(settings.Hosts, world, Start, new Random(random.Next()), _progress);
        var faults = new FaultInjector(pool, settings.Lease, faultsLeft, cutter, _progress, new Random(random.Next()), cancellationToken);
        var courier = new Courier(pool, _progress, cancellationToken);
        var supervisor = new Supervisor(pool, courier, faults, journal, cancellationToken);
        await courier.DeliverToEachAsync(CaseStory.Of(world.Seed, 0), new Order { Do = OrderKind.Process });
        var playing = PlayAsync(courier, supervisor, cancellationToken);
        await Task.WhenAll(playing, faults.RunAsync(playing));
        List<string> broken = [.. await pool.CloseAsync(), .. courier.Failures];
        if (broken.Count == 0)
            broken.AddRange(await SettleAsync(journal, cancellationToken));
        var remains = await Remains.ReadAsync(
            world.Folder,
            journal,
            faults.Faults,
            courier.Deliveries,
            supervisor.Approvings,
            cancellationToken
        );

        // That the machine is busy excuses none that breaks its promises on purpose, else nothing might be found on a slow one.
        if (world.Sabotage != Sabotage.None)
            remains = remains with { Faults = faults.Faults };
        figures.Add(remains, pool, courier);
        if (settings.Keeps)
            Keep(remains);
        return [.. broken, .. PromiseCheck.Violations(remains)];
    }

    private Task PlayAsync(Courier courier, Supervisor supervisor, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Enumerable.Range(1, settings.Cases), options, async (number, _) =>
        {
            var random = new Random((world.Seed * 10_007) + number);
            await new CasePlayer(number, CaseStory.Of(world.Seed, number), courier, supervisor, random).PlayAsync();
        });
    }

    /// <summary>A last host, much later, takes up what is left, until nothing is.</summary>
    private async Task<IReadOnlyList<string>> SettleAsync(IJournal journal, CancellationToken cancellationToken)
    {
        await using var last = Start(world with { Name = "last", ClockMinutes = MuchLater });
        await _progress.UntilAsync(() => last.IsUsable || last.HasFailed, cancellationToken);
        var (written, still) = (0L, 0);
        while (still < MaxStill && await last.SendAsync(new Order { Do = OrderKind.Recover }) is { } taken)
        {
            var isLeased = false;
            await foreach (var record in journal.ReadCasesAsync(new CaseQuery(), cancellationToken))
                isLeased |= record.IsLeased;
            if (taken is { TakenUp: 0, IsOpen: false } && !isLeased)
                break;
            var entries = (await journal.CountAsync(new JournalQuery(), cancellationToken)).Sum(count => count.Count);
            still = taken.TakenUp > 0 && entries == written ? still + 1 : 0;
            written = entries;
            await Task.Delay(Poll, cancellationToken);
        }

        return await last.CloseAsync() is { } problem ? [problem] : [];
    }

    // Beside what the hosts have written down, for whoever looks for the reason.
    private void Keep(Remains remains)
    {
        Keep("entries", remains.Entries);
        Keep("cases", remains.Cases);
        Keep("faults", remains.Faults);
        Keep("answers", remains.Deliveries);
        Keep("approvals", remains.Approvings);
    }

    private void Keep<T>(string name, IEnumerable<T> lines)
    {
        using var file = new LineFile(Path.Combine(world.Folder, $"driver.{name}"));
        foreach (var line in lines)
            file.Add(line);
    }

    private IDrivenHost Start(HostSettings host) => settings.AreProcesses ? HostProcess.Start(host) : new LocalHost(host);
}
