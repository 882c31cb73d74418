using System.Collections.Concurrent;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Hosting;
using AutoResolve.Scenarios.Promises;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios.Running;

/// <summary>Runs stories, with and without faults, on one kind of journal.</summary>
/// <param name="open">Makes an empty journal.</param>
internal sealed class StoryRunner(Func<StoryStore> open)
{
    // Compiled by the first host of a story that runs without a fault. Of rules that change each host reads what holds now.
    private readonly ConcurrentDictionary<string, Rulebook> _compiled = new(StringComparer.Ordinal);

    /// <summary>Runs a story where nothing goes wrong.</summary>
    /// <returns>How it ended, and what is otherwise than it tells.</returns>
    public async Task<(StoryEnd End, IReadOnlyList<string> Differences)> RunAsync(Story story)
    {
        var end = await EndAsync(story, null);
        var differences = StoryCheck.Differences(story, end);
        return (end, differences.Count > 0 ? differences : PromiseCheck.Violations(story, end, end));
    }

    /// <summary>Runs a story with a fault.</summary>
    /// <param name="story">The story.</param>
    /// <param name="faultless">How it ends where nothing goes wrong.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>Broken promises.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Story story, StoryEnd faultless, Fault fault)
    {
        try
        {
            return PromiseCheck.Violations(story, faultless, await EndAsync(story, fault));
        }
        catch (TimeoutException exception)
        {
            return [exception.Message];
        }
    }

    /// <summary>All faults that a story can be struck by.</summary>
    public static IEnumerable<Fault> FaultsOf(StoryEnd faultless) =>
        from write in Enumerable.Range(1, faultless.Writes)
        from kind in Enum.GetValues<FaultKind>()
        select new Fault(write, kind);

    private async Task<StoryEnd> EndAsync(Story story, Fault? fault)
    {
        using var rules = new StoryRules(story, fault is null ? null : _compiled.GetValueOrDefault(story.Name));
        await using var store = open();
        var end = await StoryRun.RunAsync(story, rules, store, fault);
        if (fault is null && !story.ChangesRules && rules.Loaded is { } loaded)
            _compiled[story.Name] = loaded;
        return end;
    }
}
