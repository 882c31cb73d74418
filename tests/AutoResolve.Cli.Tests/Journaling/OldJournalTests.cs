using AutoResolve.Tests.Journals;
using Dapper;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Journaling;

/// <summary>A journal of the first schema: what only reads leaves it as it is and says so, what writes migrates it.</summary>
public sealed class OldJournalTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "journal.db");

    public async Task InitializeAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.ExecuteAsync(FirstSchema.Sqlite);
        await connection.ExecuteAsync(FirstSchema.Insert, FirstSchema.RowsOf(FirstSchema.Entries(more: 1)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_OldJournal_WarnsAndLeavesItAsItIs()
    {
        var before = await System.IO.File.ReadAllBytesAsync(File);

        var show = await Tool.RunInAsync(_folder.Path, "", "journal", "entries", "--issue", "fixed", "--json", "--journal", "journal.db");
        var report = await Tool.RunInAsync(_folder.Path, "", "report", "--month", "2026-03", "--source", "journal.db", "--json");

        Assert.Equal((0, 0), (show.ExitCode, report.ExitCode));
        Assert.Equal(5, show.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.NotEmpty(JObject.Parse(report.StandardOutput)["cells"]!);
        foreach (var told in (string[])[show.StandardError, report.StandardError])
        {
            Assert.StartsWith($"warning: The journal '{File}' is of an older version and is read as it is", told, StringComparison.Ordinal);
            Assert.Single(told.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task Stop_OldJournal_MigratesIt()
    {
        var stop = await Tool.RunInAsync(_folder.Path, "", "journal", "stop", "--by", "u17", "--reason", "down", "--journal", "journal.db");
        var show = await Tool.RunInAsync(_folder.Path, "", "journal", "entries", "--issue", "fixed", "--json", "--journal", "journal.db");

        Assert.Equal((0, ""), (stop.ExitCode, stop.StandardError));
        Assert.Equal((0, ""), (show.ExitCode, show.StandardError));
        Assert.DoesNotContain(FirstSchema.Of("fixed", null), show.StandardOutput, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(File + ".secret"));
    }
}
