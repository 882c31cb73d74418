using AutoResolve.Facts;
using AutoResolve.Sources;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Facts;
using AutoResolve.Tests.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Hosting;

/// <summary>That the health check says where what is in force is not what its sources say, or may come not to be.</summary>
public sealed class FollowingHealthTests : IDisposable
{
    private readonly ScriptedSource _source = new() { Files = { File(SomeRules.Set("one", "", SomeRules.Rule("a"))) } };
    private readonly IncidentsOnDisk _incidents = new();

    public void Dispose()
    {
        _source.Dispose();
        _incidents.Dispose();
    }

    [Fact]
    public async Task Health_ChangesAreTold_IsHealthyAndSaysSo()
    {
        await using var host = Host();

        var health = await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, "1 rules are in force."), (health.Status, health.Description));
        Assert.Equal("Watching", health.Data["watch"]);
        Assert.DoesNotContain(health.Data.Keys, key => key.Contains("refused", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Health_ChangedRulesRefused_IsDegradedWithTheirErrors()
    {
        await using var host = Host();
        var store = host.GetRequiredService<RulebookStore>();
        _ = store.Current;
        _source.Files[0] = new RuleSourceFile("one.json", "{");
        _source.Files.Add(new RuleSourceFile("two.json", "["));
        await store.ReloadAsync();

        var health = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal(2, ((string)health.Data["refused"]).Split('\n').Length);
        Assert.Matches(
            @"^Changed rules are refused; the last good ones stay in force: one\.json:1:\d+ AR1006 .* \(1 more\)$",
            health.Description
        );
        Assert.Equal(((string)health.Data["refused"]).Split('\n'), host.GetRequiredService<IRulebookMonitor>().State.Refused);
    }

    [Fact]
    public async Task Health_ChangesAreNotTold_IsDegradedWithTheReason()
    {
        _source.Watching = () => throw new IOException("Too many watches.");
        await using var host = Host();

        var health = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal("NotWatching", health.Data["watch"]);
        Assert.Equal("the system says: Too many watches", health.Data["notWatching"]);
        Assert.Equal(
            "The source of the rules cannot be watched; it is looked at every so often: the system says: Too many watches.",
            health.Description
        );
    }

    [Fact]
    public async Task Health_SourceThatTellsNoChanges_IsHealthyAndPolled()
    {
        _source.Watching = () => null;
        await using var host = Host();

        var health = await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, "Polling"), (health.Status, health.Data["watch"]));
    }

    [Theory]
    [InlineData("""{ "incidents": 1 }""")]
    [InlineData(null)]
    public async Task Health_IncidentsThatCannotBeUsed_IsDegradedWithTheReason(string? text)
    {
        if (text is not null)
            _incidents.WriteText(text);
        await using var host = Host(builder => builder.AddIncidents(_incidents.Path));
        host.GetRequiredService<IncidentStore>().Reload();

        var health = await CheckAsync(host);

        Assert.Equal((HealthStatus.Degraded, "Watching"), (health.Status, health.Data["incidents.watch"]));
        Assert.StartsWith("incidents.json:1:", (string)health.Data["incidents.refused"], StringComparison.Ordinal);
        Assert.StartsWith("Changed incidents are refused", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_ChangedOptionsRefused_IsDegradedForTheirRulebookUntilTheyAreRight()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("FactTimeout", "00:00:01")]).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddAutoResolve().UseRules(_source);
        services.AddAutoResolve("north", configuration).UseRules(_source);
        services.AddHealthChecks().AddAutoResolve().AddAutoResolve("north", rulebook: "north");
        await using var host = services.BuildServiceProvider();
        await CheckAsync(host, "north");

        configuration["FactTimeout"] = "00:00:00";
        configuration.Reload();
        var health = await CheckAsync(host, "north");
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("FactTimeout is 00:00:00", (string)health.Data["options.refused"], StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);

        configuration["FactTimeout"] = "00:00:02";
        configuration.Reload();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host, "north")).Status);
    }

    [Fact]
    public async Task Health_RulesRefusedAndNothingActedOn_IsUnhealthy()
    {
        await using var host = new ActingHost(new FaultyJournal(), new FakeTimeProvider(SomeRules.Now), [], configure: builder =>
            builder.UseRules(_source).Services.AddHealthChecks().AddAutoResolve()
        );
        _ = host.Get<RulebookStore>().Current;
        _source.Files.Clear();
        await host.Get<RulebookStore>().ReloadAsync();
        host.Journal.CannotBeRead = true;

        var report = await host.Get<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
    }

    private static RuleSourceFile File(AutoResolve.Rules.RuleFile file) => new("one.json", file.Content);

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider host, string name = "autoresolve") =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[name];

    private ServiceProvider Host(Action<AutoResolveBuilder>? configure = null)
    {
        var services = new ServiceCollection().AddLogging();
        var builder = services.AddAutoResolve().UseRules(_source);
        configure?.Invoke(builder);
        services.AddHealthChecks().AddAutoResolve();
        return services.BuildServiceProvider();
    }
}
