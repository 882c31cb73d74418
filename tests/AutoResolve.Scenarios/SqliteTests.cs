using AutoResolve.Scenarios.Running;

namespace AutoResolve.Scenarios;

/// <summary>All stories that do not wait, and a sample of faults, on SQLite.</summary>
public sealed class SqliteTests
{
    private const int Faults = 150;

    [Fact]
    public async Task Stories_OnSqlite_HappenAsTheyTellAndKeepPromises()
    {
        var batch = new StoryBatch(() => new SqliteStore(), StorySample.AtOnce);

        var report = await batch.RunAsync(StorySample.Stories, Faults, StorySample.Seed);

        Assert.True(report.IsGood, report.ToString());
    }
}
