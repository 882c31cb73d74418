using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Postgres.Tests;

namespace AutoResolve.Crash.Tests;

/// <summary>The short form of the run that README.md of AutoResolve.Crash tells of.</summary>
[Collection(ServerRuns.Name)]
[Trait("Category", "Process")]
public sealed class KilledHostTests
{
    private static readonly RunSettings Short = new()
    {
        Faults = 8,
        Cases = 20,
        Lease = TimeSpan.FromSeconds(1),
    };

    [Fact]
    public Task Hosts_HitByFaults_KeepTheirPromises() => RunAsync(Short);

    [SkippableFact]
    [Trait("Category", "Postgres")]
    public Task Hosts_HitByFaultsOnPostgres_KeepTheirPromises()
    {
        Skip.If(
            PostgresPrograms.Find() is null && Environment.GetEnvironmentVariable("CI") != "true",
            "PostgreSQL is not installed: no initdb on the PATH or in /usr/lib/postgresql. Install the package postgresql."
        );
        return RunAsync(Short with { Store = StoreKind.Postgres });
    }

    private static async Task RunAsync(RunSettings settings)
    {
        var figures = await new CrashRun(settings, TextWriter.Null).RunAsync(CancellationToken.None);

        Assert.Empty(figures.Violations);
        Assert.True(figures.Faults.Count >= settings.Faults, $"Only {figures.Faults.Count} faults.");
        Assert.Contains(figures.Faults, fault => fault.Kind is FaultKind.KilledAtWork or FaultKind.KilledInApproval);
        Assert.Contains(figures.Faults, fault => fault.Kind == FaultKind.Stopped);
        Assert.True(figures is { Effects: > 0, Approved: > 0 });
        Assert.True(figures.Deliveries > figures.Turns, "Nothing was delivered again, so no fault has hit anything.");
    }
}
