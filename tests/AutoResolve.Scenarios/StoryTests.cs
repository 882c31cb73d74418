using System.Collections.Concurrent;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Tests;

namespace AutoResolve.Scenarios;

/// <summary>Every story in memory: where nothing goes wrong all is as it tells; with a fault at each write of the journal, of each kind,
/// promises are kept. Of a story that writes very often, such as one of sixty turns, some of its faults stand for all.</summary>
public sealed class StoryTests
{
    private const int AtOnce = 8;
    private const int MaxShown = 10;

    private static readonly int MaxFaults = LongRun.Of(200);

    public static TheoryData<string> Stories => [.. StoryReader.All.Select(story => story.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Story_HappensAsItTells_AndWithAFaultAtAnyWriteKeepsPromises(string name)
    {
        var story = StoryReader.Named(name);
        var runner = new StoryRunner(() => new MemoryStore());
        var (faultless, differences) = await runner.RunAsync(story);
        Assert.True(differences.Count == 0, $"{story.Title}\n{string.Join('\n', differences)}");
        var broken = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            Some([.. StoryRunner.FaultsOf(faultless)]),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (fault, _) =>
            {
                if (await runner.RunAsync(story, faultless, fault) is { Count: > 0 } violations)
                    broken.Add($"{fault}:\n  {string.Join("\n  ", violations)}");
            }
        );

        var shown = string.Join('\n', broken.Order(StringComparer.Ordinal).Take(MaxShown));
        Assert.True(broken.IsEmpty, $"{story.Title}\n{broken.Count} faults break promises:\n{shown}");
    }

    // As many early as late, and as many of each kind: no step is a multiple of the number of kinds.
    private static IEnumerable<Fault> Some(IReadOnlyList<Fault> all)
    {
        var step = (all.Count + MaxFaults - 1) / MaxFaults;
        return all.Where((_, place) => place % (step % Enum.GetValues<FaultKind>().Length == 0 ? step + 1 : step) == 0);
    }
}
