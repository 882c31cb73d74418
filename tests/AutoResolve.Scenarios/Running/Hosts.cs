using System.Text.Json;
using AutoResolve.Journaling;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Hosting;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Running;

/// <summary>The two hosts of a run on one journal. A host starts when it is first needed, and a new one where one has died.</summary>
/// <param name="rules">Their rules.</param>
/// <param name="world">What they change.</param>
/// <param name="plan">What goes wrong.</param>
/// <param name="store">Where their journal is.</param>
/// <param name="journal">The journal as it is beside them.</param>
internal sealed class Hosts(StoryRules rules, World world, FaultPlan plan, StoryStore store, IJournal journal)
{
    private const int Rounds = 10;
    private const int MaxTicks = 400;

    private readonly StoryHost?[] _hosts = new StoryHost?[2];
    private int _current;
    private bool _hasComeBack;

    /// <summary>Whether a fault has struck that they have not come back from.</summary>
    public bool IsStruck => plan.Struck is not null && !_hasComeBack;

    /// <summary>Whether all that is left is to wait.</summary>
    public bool IsIdle => world.IsHanging || plan.IsSilent;

    private IReadOnlyList<StoryHost> Living => [.. _hosts.OfType<StoryHost>().Where(host => !host.Life.IsOver)];

    /// <summary>The host that deliveries go to now, or one behind it.</summary>
    public Task<StoryHost> FindAsync(int place = 0) => StartAsync((_current + place) % _hosts.Length);

    public void Switch() => _current = (_current + 1) % _hosts.Length;

    /// <summary>Ends the current host in order and starts a new one.</summary>
    public async Task RestartAsync()
    {
        await StopAsync(await FindAsync());
        _hosts[_current] = null;
        await FindAsync();
    }

    public async Task StopAsync()
    {
        foreach (var host in Living)
            await StopAsync(host);
    }

    /// <summary>Waits for what a host does.</summary>
    /// <returns>False where it died meanwhile.</returns>
    public async Task<bool> AwaitAsync(StoryHost host, Task work)
    {
        await store.Clock.AwaitAsync(Task.WhenAny(work, host.Life.Died), () => IsIdle);
        return work.IsCompleted;
    }

    /// <summary>Lets time pass, with the background work that hosts do.</summary>
    public Task PassAsync(TimeSpan time, int parts) => store.Clock.PassAsync(time, parts, async () =>
        {
            foreach (var host in Living)
                await TakeUpAsync(host);
            await SettleAsync();
        });

    /// <summary>Has other rules hold, and waits until hosts know them.</summary>
    public async Task ChangeAsync(JsonElement changed)
    {
        var before = Living.Select(host => (host, host.Rulebooks.Current.Revision)).ToList();
        rules.Change(changed);
        for (
            var tick = 0;
            tick < MaxTicks && before.Exists(known => !known.host.Life.IsOver && known.host.Rulebooks.Current.Revision == known.Revision);
            tick++
        )
            await store.Clock.TickAsync();
    }

    /// <summary>Waits for what goes on though nobody waits for it. Time must not leap over it: leases would lapse.</summary>
    public async Task SettleAsync()
    {
        for (var tick = 0; tick < MaxTicks && await IsBusyAsync(); tick++)
            await store.Clock.TickAsync();
    }

    /// <summary>Replaces dead hosts, lets leases lapse, and has all be taken up that was left.</summary>
    /// <returns>False where it is taken up again and again.</returns>
    public async Task<bool> ComeBackAsync()
    {
        for (var place = 0; place < _hosts.Length; place++)
        {
            if (_hosts[place] is { Life.IsOver: true })
                await StartAsync(place);
        }

        _hasComeBack = true;
        await PassAsync(store.BeyondLease, 1);
        for (var round = 0; round < Rounds; round++)
        {
            var taken = 0;
            foreach (var host in Living)
                taken += await TakeUpAsync(host) ?? 1;
            if (taken == 0)
                return true;
        }

        return false;
    }

    private async Task<StoryHost> StartAsync(int place)
    {
        while (_hosts[place] is not { Life.IsOver: false })
        {
            var life = new Life();
            var starting = StoryHost.StartAsync(rules, world, life, new FaultyJournal(store.Open(), life, plan), store);
            await store.Clock.AwaitAsync(Task.WhenAny(starting, life.Died), () => IsIdle);
            if (starting.IsCompleted)
                _hosts[place] = await starting;
        }

        return _hosts[place]!;
    }

    private async Task StopAsync(StoryHost host)
    {
        var stopping = Task.Run(host.StopAsync);
        await store.Clock.AwaitAsync(Task.WhenAny(stopping, host.Life.Died), () => true);
        if (stopping.IsCompleted)
            await stopping;
    }

    private async Task<bool> IsBusyAsync()
    {
        if (plan.AtWork > 0 || world.AtWork > 0)
            return true;

        // A dead host's lease ends by time only.
        if (IsStruck)
            return false;
        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { Owner = CaseOwner.Automation }))
        {
            if (record.IsLeased)
                return true;
        }

        return false;
    }

    /// <returns>How many cases it took up; null where that is not known.</returns>
    private async Task<int?> TakeUpAsync(StoryHost host)
    {
        var recovering = Task.Run(async () => await host.Processor.RecoverAsync());
        try
        {
            return await AwaitAsync(host, recovering) ? await recovering : null;
        }
        catch (JournalException) when (plan.Struck is not null)
        {
            return null;
        }
    }
}
