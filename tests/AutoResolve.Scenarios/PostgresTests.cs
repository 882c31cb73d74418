using AutoResolve.Scenarios.Running;

namespace AutoResolve.Scenarios;

/// <summary>A sample of stories that do not wait, and of faults, on PostgreSQL.</summary>
[Trait("Category", "Postgres")]
public sealed class PostgresTests
{
    private const int Stories = 20;
    private const int Faults = 60;
    private const string Missing = "PostgreSQL is not installed.";

    [SkippableFact]
    public async Task Stories_OnPostgres_HappenAsTheyTellAndKeepPromises()
    {
        await using var server = await PostgresServer.StartAsync();
        Skip.If(server is null && Environment.GetEnvironmentVariable("CI") != "true", Missing);
        Assert.True(server is not null, Missing);
        var stories = StorySample.Stories.ToArray();
        new Random(StorySample.Seed).Shuffle(stories);

        var report = await new StoryBatch(server.Open, StorySample.AtOnce).RunAsync(stories.Take(Stories), Faults, StorySample.Seed);

        Assert.True(report.IsGood, report.ToString());
    }
}
