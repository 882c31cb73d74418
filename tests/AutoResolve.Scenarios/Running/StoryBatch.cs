using System.Collections.Concurrent;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios.Running;

/// <summary>Runs many stories, first each without a fault, then a choice of faults.</summary>
/// <param name="open">Makes an empty journal.</param>
/// <param name="atOnce">How many run at once.</param>
internal sealed class StoryBatch(Func<StoryStore> open, int atOnce)
{
    private readonly StoryRunner _runner = new(open);

    /// <summary>Runs stories.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="max">How many faults are tried; null for all.</param>
    /// <param name="seed">What the choice of faults depends on.</param>
    /// <param name="isTried">Which faults may be chosen; null for all.</param>
    public async Task<StoryReport> RunAsync(IEnumerable<Story> stories, int? max, int seed, Func<Fault, bool>? isTried = null)
    {
        var faultless = new ConcurrentBag<(Story Story, StoryEnd End)>();
        var wrong = new ConcurrentBag<string>();
        await EachAsync(stories, async story =>
        {
            try
            {
                var (end, differences) = await _runner.RunAsync(story);
                faultless.Add((story, end));
                Note(wrong, $"{story.Name} ({story.Title})", differences);
            }
            catch (Exception exception) when (exception is TimeoutException or RulebookException)
            {
                Note(wrong, story.Name, [exception.Message]);
            }
        });

        var pairs = faultless
            .OrderBy(told => told.Story.Name, StringComparer.Ordinal)
            .SelectMany(told => StoryRunner.FaultsOf(told.End).Select(fault => (told.Story, told.End, Fault: fault)))
            .Where(pair => isTried is null || isTried(pair.Fault))
            .ToArray();
        if (max is not null)
            new Random(seed).Shuffle(pairs);
        var chosen = pairs.Take(max ?? pairs.Length).ToList();
        var broken = new ConcurrentBag<string>();
        await EachAsync(chosen, async pair =>
            Note(broken, $"{pair.Story.Name}, {pair.Fault}", await _runner.RunAsync(pair.Story, pair.End, pair.Fault))
        );
        return new StoryReport(faultless.Count, chosen.Count, Ordered(wrong), Ordered(broken));
    }

    private Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> run) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) => await run(one));

    private static List<string> Ordered(IEnumerable<string> notes) => [.. notes.Order(StringComparer.Ordinal)];

    private static void Note(ConcurrentBag<string> notes, string what, IReadOnlyList<string> found)
    {
        if (found.Count > 0)
            notes.Add($"{what}:\n  {string.Join("\n  ", found)}");
    }
}
