using System.Diagnostics;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Queues;

/// <summary>
/// One round: a queue and a journal of its own; it ends when every message was heard of and no worker has anything left to do.
/// </summary>
internal sealed class FleetRound(FleetSettings settings, FleetServers servers, HostSettings world)
{
    // After which nothing waits for its time any more.
    private const int MuchLater = 6 * 60;

    // As often cases may be taken up without anything coming of it.
    private const int MaxStill = 10;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // What a fault of the broker is no excuse for: the journal says what was done.
    private static readonly FaultKind[] NoExcuses = [FaultKind.BrokerKilled, FaultKind.BrokerCut];

    private readonly Progress _progress = new();

    public async Task<RoundResult> PlayAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var plan = MessagePlan.Of(world.Seed, settings.Issues);
        var distinct = plan.DistinctBy(message => message.Id).ToList();
        var random = new Random(world.Seed);
        await using var provider = JournalStore.Open(world with { Name = "driver" }, out var journal);
        await journal.OpenAsync(cancellationToken);
        await using var cutter = new ConnectionCutter();
        await using var pool = new HostPool(settings.Workers, world, HostProcess.Start, new Random(random.Next()), _progress);
        await pool.PickAsync(1, cancellationToken);
        var listener = new Listener(servers.Broker.Port, world.Queue!.Name, _progress);
        await listener.PrepareAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = listener.RunAsync(ending.Token);
        var working = Stopwatch.GetTimestamp();
        var faults = new FleetFaults(servers, pool, cutter, settings, _progress, new Random(random.Next()), cancellationToken);
        var playing = PlayAsync(plan, distinct.Count, listener, cancellationToken);
        await Task.WhenAll(playing, faults.RunAsync(distinct.Count, playing));
        var worked = Stopwatch.GetElapsedTime(working);
        List<string> broken = [.. await pool.CloseAsync()];
        await ending.CancelAsync();
        await listening;
        broken.AddRange(await SettleAsync(journal, cancellationToken));
        broken.AddRange(await EmptyAsync(listener));
        var remains = await Remains.ReadAsync(
            world.Folder,
            journal,
            faults.Faults.Where(fault => !NoExcuses.Contains(fault.Kind)),
            DeliveriesOf(distinct, listener),
            [],
            cancellationToken
        );
        broken.AddRange(Lost(distinct, listener));
        broken.AddRange(PoisonWithPersons(distinct, listener, remains));
        broken.AddRange(PromiseCheck.Violations(remains));
        if (settings.Keeps && broken.Count > 0)
            await remains.KeepAsync(world.Folder, cancellationToken);
        return RoundResult.Of(
            settings,
            world.Seed,
            plan,
            listener,
            faults.Faults,
            remains,
            worked,
            Stopwatch.GetElapsedTime(started),
            broken
        );
    }

    private async Task PlayAsync(IReadOnlyList<PlannedMessage> plan, int distinct, Listener listener, CancellationToken cancellationToken)
    {
        await using var sender = new Sender(servers.Broker.Port, world.Queue!.Name, cancellationToken);
        await sender.SendAsync(plan);
        await _progress.UntilAsync(() => listener.Told.Keys.Union(listener.Parked.Keys).Count() >= distinct, cancellationToken);
    }

    /// <summary>A last host, much later, takes up what is left, until nothing is.</summary>
    private async Task<IReadOnlyList<string>> SettleAsync(IJournal journal, CancellationToken cancellationToken)
    {
        await using var last = HostProcess.Start(world with { Name = "last", ClockMinutes = MuchLater, Queue = null });
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

    // What comes twice may be on its way for a while: its first time was heard of.
    private async Task<IReadOnlyList<string>> EmptyAsync(Listener listener)
    {
        var left = await listener.LeftAsync([$"{world.Queue!.Name}.dead"]);
        return left == 0 ? [] : [$"{left} message(s) are left in the queue of what persons are to get."];
    }

    private static IEnumerable<Delivery> DeliveriesOf(IReadOnlyList<PlannedMessage> distinct, Listener listener) =>
        distinct
            .Where(message => message.Case is not null)
            .Select(message =>
                listener.Told.TryGetValue(message.Id, out var told) ? new Delivery(message.Case!, message.Heard, told)
                : listener.Parked.ContainsKey(message.Id) ? new Delivery(message.Case!, message.Heard, new Reply())
                : null
            )
            .OfType<Delivery>();

    private static IEnumerable<string> Lost(IReadOnlyList<PlannedMessage> distinct, Listener listener) =>
        distinct
            .Where(message => !listener.Told.ContainsKey(message.Id) && !listener.Parked.ContainsKey(message.Id))
            .Select(message => $"{message.Case}: the message {message.Id} is lost: nothing was heard of it.");

    private static IEnumerable<string> PoisonWithPersons(IReadOnlyList<PlannedMessage> distinct, Listener listener, Remains remains)
    {
        var escalated = remains.Calls.Where(call => call.Kind == CallKinds.Escalate).Select(call => call.Case).ToHashSet();
        var owners = remains.Cases.ToDictionary(record => record.Reference.ToString(), record => record.Owner);
        foreach (var poison in distinct.Where(message => message.Case is null))
        {
            if (!listener.Parked.TryGetValue(poison.Id, out var reference))
                yield return $"{poison.Id}: is no message, and no person has it.";
            else if (!escalated.Contains(reference) || owners.GetValueOrDefault(reference) != CaseOwner.Team)
                yield return $"{poison.Id}: is no message, and its case {reference} is not with a person.";
        }
    }
}
