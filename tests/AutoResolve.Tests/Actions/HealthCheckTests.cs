using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task Health_AllWell_IsHealthyAndTellsTheRevision()
    {
        await using var host = Host();
        await host.PassTimeAsync(host.ProcessAsync().AsTask());

        var report = await CheckAsync(host);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(host.Get<IRulebookMonitor>().Current.Revision, report.Entries["autoresolve"].Data["revision"]);
    }

    [Fact]
    public async Task Health_AllActionsStopped_IsDegraded()
    {
        await using var host = Host();
        await host.Get<IKillSwitch>().StopAsync("u-1", "Now.");

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(host)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_JournalCannotBeReadOrWritten_IsUnhealthy(bool canBeRead)
    {
        await using var host = Host();
        host.Journal.CannotBeRead = !canBeRead;
        host.Journal.Refuses = entry => entry.Kind == JournalEntryKind.Decision;
        await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(host)).Status);
        (host.Journal.CannotBeRead, host.Journal.Refuses) = (false, _ => false);
        await host.PassTimeAsync(host.ProcessAsync("issue-2").AsTask());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    private static ActingHost Host() =>
        new(new FaultyJournal(), new FakeTimeProvider(SomeRules.Now), [SomeRules.Rule("alpha")], configure: builder =>
            builder.Services.AddHealthChecks().AddAutoResolve()
        );

    private static Task<HealthReport> CheckAsync(ActingHost host) => host.Get<HealthCheckService>().CheckHealthAsync();
}
