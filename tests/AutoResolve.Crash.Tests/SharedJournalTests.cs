using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>Two processes on one journal, to which the same issues are delivered at the same time.</summary>
public sealed class SharedJournalTests : IDisposable
{
    private const int Issues = 200;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("autoresolve-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Hosts_WithTheSameIssues_DoEachThingOnce()
    {
        HostSettings[] hosts = [Settings("one"), Settings("two")];
        var processes = hosts.Select(HostProcess.Start).ToList();
        foreach (var process in processes)
            await process.WaitUntilReadyAsync();
        foreach (var process in processes)
            await process.LetGoAsync();
        var ends = await Task.WhenAll(processes.Select(process => process.KillAsync(new KillPlan(null, TimeSpan.FromMinutes(2)), CancellationToken.None)));
        processes.ForEach(process => process.Dispose());

        Assert.All(ends, end => Assert.True(end is { IsFinished: true, Problem: null }, end.Problem));
        var remains = new List<Remains>();
        foreach (var host in hosts)
        {
            await using var provider = JournalStore.Open(host, out var journal);
            remains.Add(await Remains.ReadAsync(host.Folder, IssueStream.Of(Issues), journal, CancellationToken.None));
        }

        var effects = remains.SelectMany(one => one.Effects).ToList();
        Assert.Equal(2 * Issues, remains.Sum(one => one.Deliveries.Count));
        Assert.NotEmpty(effects);
        Assert.Equal(effects.Count, effects.DistinctBy(effect => (effect.Issue, effect.Action)).Count());
        Assert.Equal(Issues, remains[0].Entries.Count(entry => entry.Kind == JournalEntryKind.Decision));
        Assert.All(effects, effect => Assert.True(effect.SawIntent));
        Assert.All(remains[0].Unfinished, entry => Assert.Equal(JournalEntryKind.ApprovalRequest, entry.Kind));
        Assert.Equal(remains[0].Entries.Count(entry => entry.Kind == JournalEntryKind.Intent), remains[0].Entries.Count(entry => entry.Kind == JournalEntryKind.ActionResult));
    }

    private HostSettings Settings(string name) => new()
    {
        Folder = _root.CreateSubdirectory(name).FullName,
        SharedJournal = Path.Combine(_root.FullName, "journal.db"),
        Issues = Issues,
    };
}
