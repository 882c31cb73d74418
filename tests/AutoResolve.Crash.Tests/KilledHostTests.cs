using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Journal.Tests.Postgres;

namespace AutoResolve.Crash.Tests;

/// <summary>The short form of the run that README.md of AutoResolve.Crash tells of.</summary>
public sealed class KilledHostTests
{
    [Fact]
    public async Task Hosts_KilledAtRandomTimes_KeepTheirPromises()
    {
        var figures = await new CrashRun(new RunSettings { Kills = 25 }, TextWriter.Null).RunAsync(CancellationToken.None);

        Assert.Empty(figures.Violations);
        Assert.True(figures is { Kills: >= 25, KilledAtWork: > 0, Effects: > 0, Approved: > 0 });
        Assert.True(figures.Deliveries > figures.Issues, "No issue was delivered again, so no kill has hit anything.");
    }

    [SkippableFact]
    public async Task Hosts_KilledAtRandomTimesOnPostgres_KeepTheirPromises()
    {
        Skip.If(PostgresPrograms.Find() is null && Environment.GetEnvironmentVariable("CI") != "true", "PostgreSQL is not installed: no initdb on the PATH or in /usr/lib/postgresql. Install the package postgresql.");

        var figures = await new CrashRun(new RunSettings { Kills = 5, Store = StoreKind.Postgres }, TextWriter.Null).RunAsync(CancellationToken.None);

        Assert.Empty(figures.Violations);
        Assert.True(figures is { Kills: >= 5, Effects: > 0 });
    }

    [Theory]
    [InlineData(nameof(Sabotage.SkipIntents), "without an intent written before")]
    [InlineData(nameof(Sabotage.ForgetJournal), "its decision is lost")]
    [InlineData(nameof(Sabotage.WriteLate), "without an intent written before")]
    public async Task Hosts_ThatBreakAPromise_AreFound(string sabotage, string found)
    {
        var figures = await new CrashRun(new RunSettings { Kills = 4, Issues = 30, Sabotage = Enum.Parse<Sabotage>(sabotage) }, TextWriter.Null).RunAsync(CancellationToken.None);

        Assert.Contains(figures.Violations, violation => violation.Contains(found, StringComparison.Ordinal));
    }
}
