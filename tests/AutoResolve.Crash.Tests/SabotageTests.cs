using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Tests;

/// <summary>Three hosts in this process on one file, without faults: what they are made to do wrong is found.</summary>
public sealed class SabotageTests
{
    private static readonly RunSettings Peaceful = new()
    {
        Faults = 0,
        Cases = 30,
        AreProcesses = false,
    };

    [Fact]
    public async Task Hosts_ThatNothingHits_DoEachThingOnce()
    {
        // Longer than a machine stands still that is busy: then nothing is taken up by another, and nothing is in doubt.
        var figures = await RunAsync(Peaceful with { Lease = TimeSpan.FromMinutes(5) });

        Assert.Empty(figures.Violations);
        Assert.True(
            figures is { Effects: > 0, Approved: > 0, InDoubt: 0 },
            $"{figures.Effects} effects, {figures.Approved} approved, {figures.InDoubt} in doubt"
        );
    }

    [Theory]
    [InlineData(nameof(Sabotage.SkipIntents), "without an intent written before")]
    [InlineData(nameof(Sabotage.ForgetJournal), "is lost")]
    [InlineData(nameof(Sabotage.WriteLate), "without an intent written before")]
    [InlineData(nameof(Sabotage.TwoKeys), "has two keys")]
    [InlineData(nameof(Sabotage.LoseTurns), "is lost")]
    [InlineData(nameof(Sabotage.CallTwice), "without a fault in between")]
    [InlineData(nameof(Sabotage.IgnoreLeases), "without a fault in between")]
    public async Task Hosts_ThatBreakAPromise_AreFound(string sabotage, string found)
    {
        var figures = await RunAsync(Peaceful with { Sabotage = Enum.Parse<Sabotage>(sabotage) });

        var isFound = figures.Violations.Exists(violation => violation.Contains(found, StringComparison.Ordinal));
        Assert.True(isFound, $"Found was only: {string.Join(Environment.NewLine, figures.Violations)}");
    }

    private static Task<Figures> RunAsync(RunSettings settings) => new CrashRun(settings, TextWriter.Null).RunAsync(CancellationToken.None);
}
