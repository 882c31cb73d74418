using System.Diagnostics;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Crash.Tests;

/// <summary>Hosts one after the other on one journal in memory, each of which dies, until one has done all that there is to do.</summary>
/// <param name="folder">Where they write down what they do.</param>
/// <param name="life">What there is to do.</param>
internal sealed class ShortLives(string folder, Life life)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly List<Fault> _deaths = [];
    private readonly List<Delivery> _deliveries = [];
    private readonly List<Approving> _approvings = [];
    private InMemoryJournal? _journal;
    private int _done;

    private InMemoryJournal Journal => _journal ??= new InMemoryJournal(_clock);

    /// <returns>How many lives that took.</returns>
    public async Task<int> LiveAsync(params Death[] deaths)
    {
        while (!await LiveOnceAsync(_deaths.Count < deaths.Length ? deaths[_deaths.Count] : Death.Never)) { }

        return _deaths.Count + 1;
    }

    public Task<Remains> RemainsAsync() => Remains.ReadAsync(folder, Journal, _deaths, _deliveries, _approvings, CancellationToken.None);

    private async Task<bool> LiveOnceAsync(Death death)
    {
        var settings = new HostSettings
        {
            Folder = folder,
            Name = $"host{_deaths.Count + 1}",
            WaitLimit = TimeSpan.Zero,
        };

        // So slow that the lease must be renewed before anything is done.
        var journal = new DyingJournal(Journal, death, () => _clock.Advance(life.IsSlow ? settings.Lease * 0.6 : TimeSpan.Zero));
        var host = new CrashHost(settings, _ => life.Story, _clock, builder => builder.UseJournal(_ => journal));
        var living = DoAllAsync(host);
        var ended = await Task.WhenAny(living, journal.Died).WaitAsync(Patience);
        await ended;
        host.CloseFiles();
        if (ended == living)
            return true;
        _deaths.Add(new Fault(FaultKind.KilledAtWork, settings.Name, Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp()));

        // What it held is free again.
        _clock.Advance(settings.Lease + TimeSpan.FromSeconds(1));
        return false;
    }

    private async Task DoAllAsync(CrashHost host)
    {
        await AskAsync(host, new Order { Do = OrderKind.Recover });
        while (_done < life.Orders.Count)
        {
            var order = life.Orders[_done];
            if (order.Do == OrderKind.Approve)
                await ApproveAsync(host, order);
            else
                await DeliverAsync(host, order);
            _done++;
        }

        // Nothing waits for its time any more.
        _clock.Advance(HostSettings.WaitForCase + TimeSpan.FromMinutes(1));
        while ((await AskAsync(host, new Order { Do = OrderKind.Recover })).TakenUp > 0) { }
    }

    private async Task DeliverAsync(CrashHost host, Order order) =>
        _deliveries.Add(new Delivery(life.Story.Reference.ToString(), Courier.Heard(order), await AskAsync(host, order)));

    private async Task ApproveAsync(CrashHost host, Order order)
    {
        var query = new JournalQuery { Kinds = [JournalEntryKind.ApprovalRequest], Unfinished = true };
        await foreach (var request in Journal.ReadAsync(query))
        {
            var last = await Journal.ReadAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }).LastAsync();
            Forbidden? forbidden = last.Key == JournalView.DecisionOf(request) ? null : Forbidden.Stale;
            var key = JournalView.EffectOf(request);
            _approvings.Add(new Approving(life.Story.Reference.ToString(), key, forbidden, await AskAsync(host, order with { Key = key })));
        }
    }

    private static async Task<Reply> AskAsync(CrashHost host, Order order)
    {
        while (true)
        {
            var reply = await host.HandleAsync(order, CancellationToken.None);
            Assert.Null(reply.Failure);
            if (!reply.IsOpen)
                return reply;
        }
    }
}
