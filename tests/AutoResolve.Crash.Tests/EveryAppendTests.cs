using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;

namespace AutoResolve.Crash.Tests;

/// <summary>Dies at each write of a case's life, before and after it is written, and again at each write of what follows.</summary>
public sealed class EveryAppendTests
{
    private static readonly Dictionary<string, Life> Lives = new()
    {
        ["a flag, a letter, an answer"] = new(Story([TurnKind.FlagLetter]), [Whole()]),
        ["a letter, a flag"] = new(Story([TurnKind.LetterFlag]), [Whole()]),
        ["a letter, a flag, on a slow journal"] = new(Story([TurnKind.LetterFlag]), [Whole()], IsSlow: true),
        ["taken back"] = new(Story([TurnKind.TakenBack]), [Whole()]),
        ["approved"] = new(Story([TurnKind.Erase]), [Whole(), Approve()]),
        ["approved too late"] = new(Story([TurnKind.Erase], TurnKind.Answer), [Whole(), Turn(1), Approve(1)]),
        ["asked, then answered"] = new(Story([TurnKind.Ask], TurnKind.FlagLetter), [Whole(), Turn(1)]),
        ["routed, then another team's"] = new(Story([TurnKind.Route], TurnKind.Unknown), [Whole(), Whole(1)]),
        ["a ticket, then what a turn brings"] = new(Story([TurnKind.Unknown], TurnKind.LetterFlag), [Whole(), Turn(1)]),
        ["a ticket, then what is taken back"] = new(Story([TurnKind.Unknown], TurnKind.TakenBack), [Whole(), Turn(1)]),
        ["a turn before its case"] = new(Story([TurnKind.LetterFlag], TurnKind.Route), [Turn(1), Whole()]),
        ["a turn without its case"] = new(Story([TurnKind.Answer], TurnKind.Answer), [Turn(1)]),
        ["rewritten"] = new(Story([TurnKind.Answer, TurnKind.LetterFlag]), [Whole(), Whole() with { Version = 1 }]),
        ["two turns at once, one of them empty"] = new(
            Story([TurnKind.Answer], TurnKind.Nothing, TurnKind.Route),
            [Whole(), Turn(1), Whole(2), Whole(2)]
        ),
    };

    public static TheoryData<string> Names => [.. Lives.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Host_DiesTwiceAtAnyWrite_KeepsItsPromises(string name)
    {
        var ways = 0;
        for (var first = 1; await LiveAsync(name, new Death(first, false)) > 1; first++)
        {
            foreach (var wasWritten in new[] { false, true })
            {
                for (var second = 1; await LiveAsync(name, new Death(first, wasWritten), new Death(second, false)) > 2; second++)
                {
                    await LiveAsync(name, new Death(first, wasWritten), new Death(second, true));
                    ways += 2;
                }
            }
        }

        Assert.True(ways >= 4, $"Only {ways} ways to die.");
    }

    /// <summary>Lives until a host has nothing left to do, and checks what is left behind.</summary>
    /// <returns>How many lives that took.</returns>
    private static async Task<int> LiveAsync(string name, params Death[] deaths)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-crash-");
        try
        {
            var lives = new ShortLives(folder.FullName, Lives[name]);
            var count = await lives.LiveAsync(deaths);
            var violations = PromiseCheck.Violations(await lives.RemainsAsync());
            Assert.True(violations.Count == 0, $"{name}, {string.Join<Death>(", ", deaths)}: {string.Join(" ", violations)}");
            return count;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CaseStory Story(TurnKind[] versions, params TurnKind[] turns) => CaseStory.Of(1, versions, turns);

    private static Order Whole(int turns = 0) => new() { Do = OrderKind.Process, Turn = turns };

    private static Order Turn(int number) => new() { Do = OrderKind.Continue, Turn = number };

    private static Order Approve(int turns = 0) => new() { Do = OrderKind.Approve, Turn = turns };
}
