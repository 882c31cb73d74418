using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.Actions;

/// <summary>A host, and beside it what it was told and has read, from which follows what must be stopped.</summary>
internal sealed class SwitchedHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<Told> _told = [];
    private int? _read;

    public SwitchedHost(IJournal journal, Rulebook rules)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRulebookMonitor>(new CompiledRulebook(rules));
        services.AddAutoResolve().UseJournal(_ => journal);
        _services = services.BuildServiceProvider();
    }

    public KillSwitch Switch => _services.GetRequiredService<KillSwitch>();

    /// <summary>A refresh that is under way, and how much of the journal it has seen.</summary>
    public (TaskCompletionSource Gate, Task Ends, int Seen)? Refresh { get; set; }

    /// <summary>Tells the host, who alone ever gives this reason.</summary>
    public async Task TellAsync(string label, string? ruleId, string reason)
    {
        _told.Add(new Told(label, ruleId, reason));
        if (label == "stop")
            await Switch.StopAsync("ops", reason, ruleId);
        else
            await Switch.ResumeAsync("ops", reason, ruleId);
    }

    public Task RecoverAsync() => _services.GetRequiredService<IIssueProcessor>().RecoverAsync().AsTask();

    /// <summary>It has read so many entries of the journal.</summary>
    public void HasRead(int entries) => _read = Math.Max(_read ?? 0, entries);

    /// <summary>What it was told and not told otherwise, else what the journal says in order as far as it was read.</summary>
    public bool MustBeStopped(IReadOnlyList<(string Label, string? RuleId, string Reason)> journal, string? ruleId)
    {
        if (_read is not { } read)
            return true;
        var seen = journal.Take(read).ToList();
        return IsStopped(null) || (ruleId is not null && IsStopped(ruleId));

        bool IsStopped(string? name)
        {
            var entries = seen.Where(entry => entry.RuleId == name).ToList();
            var ofOthers = entries.Where(entry => entry.Label == "resume" || !IsOwn(entry.Reason));
            return ofOthers.LastOrDefault().Label == "stop"
                || _told.Any(told => told.Label == "stop" && told.RuleId == name && Holds(told, entries));
        }
    }

    /// <summary>The reasons of stops that hold in this host and are not in the journal.</summary>
    public IEnumerable<string> Missing(IReadOnlyList<(string Label, string? RuleId, string Reason)> journal) =>
        _told
            .Where(told => told.Label == "stop" && Holds(told, [.. journal.Where(entry => entry.RuleId == told.RuleId)]))
            .Select(told => told.Reason)
            .Where(reason => journal.All(entry => entry.Reason != reason));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private bool IsOwn(string reason) => _told.Exists(told => told.Reason == reason);

    private bool Holds(Told stop, IReadOnlyList<(string Label, string? RuleId, string Reason)> entries)
    {
        var (holds, isWritten) = (true, false);
        foreach (var entry in entries)
        {
            if (entry.Reason == stop.Reason)
                (holds, isWritten) = (true, true);
            else if (entry.Label == "resume" && (IsOwn(entry.Reason) ? IsLater(entry.Reason) : isWritten))
                holds = false;
        }

        return holds;

        bool IsLater(string reason) => _told.FindIndex(told => told.Reason == reason) > _told.IndexOf(stop);
    }

    private sealed record Told(string Label, string? RuleId, string Reason);
}
