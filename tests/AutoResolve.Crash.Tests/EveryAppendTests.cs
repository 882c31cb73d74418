using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>Dies at each append of each rule's run, before and after it is written, and again at each append of what follows.</summary>
public sealed class EveryAppendTests
{
    private const int Never = int.MaxValue;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Host_DiesTwiceAtAnyAppend_KeepsItsPromises(int number)
    {
        var cases = 0;
        for (var first = 1; await LiveAsync(number, new Death(first, false)) > 1; first++)
        {
            foreach (var wasWritten in new[] { false, true })
            {
                for (var second = 1; await LiveAsync(number, new Death(first, wasWritten), new Death(second, false)) > 2; second++)
                {
                    await LiveAsync(number, new Death(first, wasWritten), new Death(second, true));
                    cases += 2;
                }
            }
        }

        Assert.True(cases >= 4, $"Only {cases} ways to die.");
    }

    /// <summary>Lives until a host has nothing left to do, and checks what is left behind.</summary>
    /// <returns>How many lives that took.</returns>
    private static async Task<int> LiveAsync(int number, params Death[] deaths)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-crash-");
        try
        {
            IReadOnlyList<Issue> issues = [IssueStream.Number(number)];
            var journal = new InMemoryJournal();
            var lives = 0;
            while (!await LiveOnceAsync(folder.FullName, issues, journal, lives < deaths.Length ? deaths[lives] : new Death(Never, false)))
                lives++;
            var violations = PromiseCheck.Violations(await Remains.ReadAsync(folder.FullName, issues, journal, CancellationToken.None)).ToList();
            Assert.True(violations.Count == 0, $"{issues[0].Text} {string.Join(", ", deaths.Select(death => death.ToString()))}: {string.Join(" ", violations)}");
            return lives + 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Whether it had nothing left to do.</returns>
    private static async Task<bool> LiveOnceAsync(string folder, IReadOnlyList<Issue> issues, InMemoryJournal journal, Death death)
    {
        var dying = new DyingJournal(journal, death.Append, death.WasWritten);
        var settings = new HostSettings { Folder = folder, Issues = issues.Count, LongestWait = TimeSpan.Zero };
        var living = new CrashHost(settings, issues, TextReader.Null, TextWriter.Null).RunAsync(builder => builder.UseJournal(_ => dying), CancellationToken.None);
        var ended = await Task.WhenAny(living, dying.Died).WaitAsync(Patience);
        await ended;
        return ended == living;
    }

    private sealed record Death(int Append, bool WasWritten);
}
