using System.Diagnostics;
using System.Text.RegularExpressions;
using AutoResolve.Intake.Messages;
using AutoResolve.Tests;
using AutoResolve.Tests.Docs;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newtonsoft.Json.Linq;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>What operators see: instruments, traces, health, the dashboard and the alerts.</summary>
[Collection(ServerTests.Name)]
public sealed class WatchingTests(ServersFixture servers)
{
    private static readonly string Page = Repository.Read("src/docs/workers.md");

    private static readonly Regex Metric = new(@"\b(autoresolve_[a-z_]+)\b", RegexOptions.NonBacktracking);

    [Fact]
    public void Instruments_AreThoseOfThePage()
    {
        var rows = Page.Split('\n')
            .Where(line => line.StartsWith("| `autoresolve.worker", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|')[1..4].Select(cell => cell.Trim())));

        var instruments = MeterInstruments
            .Of(typeof(Telemetry), Telemetry.Name)
            .Select(one => $"`{one.Name}`|{MeterInstruments.Kind(one)}|`{one.Unit}`");

        Assert.Equal(instruments.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/docs/monitoring/dashboard.json")]
    [InlineData("src/docs/monitoring/alerts.yaml")]
    public void Figures_OfDashboardAndAlerts_AreMeasured(string file)
    {
        var pages = Page + Repository.Read("src/docs/telemetry.md");
        var known = new Regex("`(autoresolve[a-z_.]+)`", RegexOptions.NonBacktracking)
            .Matches(pages)
            .Select(match => match.Groups[1].Value.Replace('.', '_'))
            .ToHashSet();

        var used = Metric
            .Matches(Repository.Read(file))
            .Select(match => Regex.Replace(match.Value, "(_total|_bucket|_sum|_count|_seconds_bucket)$", "", RegexOptions.NonBacktracking))
            .Distinct()
            .ToList();

        Assert.True(used.Count > 4, string.Join(", ", used));
        Assert.All(used, name => Assert.Contains(name, known));
    }

    [Fact]
    public void Dashboard_IsJsonWithPanelsThatStandBesideEachOther()
    {
        var panels = JObject.Parse(Repository.Read("src/docs/monitoring/dashboard.json"))["panels"]!.ToList();

        Assert.Equal(panels.Count, panels.Select(panel => (panel["gridPos"]!["x"], panel["gridPos"]!["y"])).Distinct().Count());
        Assert.All(panels, panel => Assert.NotEmpty(panel["targets"]!));
    }

    [Fact]
    public void Trace_OfAMessage_GoesOnWithItsSender()
    {
        List<Activity> seen = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var message = new IssueMessage(new Issue { Id = "1" })
        {
            Id = "m",
            Source = "/t",
            TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            TraceState = "vendor=1",
        };

        Telemetry.Follow(message)!.Dispose();
        Telemetry.Follow(message with { TraceParent = "nonsense" })!.Dispose();

        var follows = seen.First(activity => activity.TraceStateString == "vendor=1");
        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", follows.TraceId.ToString());
        Assert.Equal("00f067aa0ba902b7", follows.ParentSpanId.ToString());
        Assert.Equal(ActivityKind.Consumer, follows.Kind);
    }

    [SkippableFact]
    [Trait("Category", "RabbitMQ")]
    public async Task Health_TellsBrokerAndDatabaseApart()
    {
        await using var desk = Desk.Create(servers, services: services =>
            services.AddHealthChecks().AddAutoResolve().AddAutoResolveWorker()
        );
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy), await HealthAsync(desk));
        await desk.StartAsync();
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), await HealthAsync(desk));

        await servers.Cluster.CrashAsync();
        try
        {
            await desk.Publisher.PublishAsync(new Issue { Id = "1", Text = "please wait" });
            await Patience.UntilAsync(() => Task.FromResult(desk.Worker.Holding == 1));
            Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Degraded), await HealthAsync(desk));
        }
        finally
        {
            await servers.Cluster.StartAsync();
        }

        await Patience.UntilAsync(async () => await HealthAsync(desk) == (HealthStatus.Healthy, HealthStatus.Healthy));
    }

    private static async Task<(HealthStatus Journal, HealthStatus Worker)> HealthAsync(Desk desk)
    {
        var report = await desk.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return (report.Entries["autoresolve"].Status, report.Entries["autoresolve-worker"].Status);
    }
}
