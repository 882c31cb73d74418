using AutoResolve.Crash.Queues;
using AutoResolve.Postgres.Tests;
using AutoResolve.RabbitMQ.Tests;

namespace AutoResolve.Crash.Tests;

/// <summary>A short form of the run of workers on a queue.</summary>
[Collection(ServerRuns.Name)]
[Trait("Category", "RabbitMQ")]
[Trait("Category", "Process")]
public sealed class FleetTests
{
    [SkippableFact]
    public async Task Workers_UnderFaultsOfEachKind_KeepAllPromises()
    {
        var isInstalled = RabbitPrograms.Find() is not null && PostgresPrograms.Find() is not null;
        Skip.If(!isInstalled && Environment.GetEnvironmentVariable("CI") != "true", "RabbitMQ or PostgreSQL is not installed.");
        var settings = new FleetSettings
        {
            Workers = 3,
            Issues = 120,
            Faults = 8,
            Seed = 7,
        };

        var results = await new FleetRun(settings, TextWriter.Null).RunAsync(CancellationToken.None);

        var result = Assert.Single(results);
        Assert.Empty(result.Violations);
        Assert.True(result.Twice > 10 && result.Poison > 0, $"{result}");
        Assert.True(result.Faults.ContainsKey("BrokerKilled") && result.Faults.ContainsKey("DatabaseCrashed"), $"{result}");
    }

    [Fact]
    public void Plan_OfASeed_IsTheSameEachTimeAndHoldsAllThatIsPromised()
    {
        var plan = MessagePlan.Of(3, 1000);

        Assert.Equal(plan.Select(message => message.Body), MessagePlan.Of(3, 1000).Select(message => message.Body));
        var distinct = plan.DistinctBy(message => message.Id).ToList();
        Assert.InRange((plan.Count - distinct.Count) / (double)distinct.Count, 0.08, 0.12);
        Assert.InRange(distinct.Count(message => message.Case is null), 3, 25);
        Assert.NotEqual(plan.Select(message => message.Body), MessagePlan.Of(4, 1000).Select(message => message.Body));
    }
}
