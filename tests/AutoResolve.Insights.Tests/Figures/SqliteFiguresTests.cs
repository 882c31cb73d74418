using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Journaling;
using AutoResolve.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class SqliteFiguresTests : JournalFiguresContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autoresolve-figures-").FullName;
    private int _files;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override int Samples => 100;

    protected override IJournal Open()
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UseSqliteJournal(Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db"));
        return builder.Services.BuildServiceProvider().GetRequiredService<IJournal>();
    }

    [Fact]
    public async Task Read_OtherFile_IsNoJournalAndStaysAsItIs()
    {
        var path = Path.Combine(_folder, "other.db");
        await using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE a (b); DROP TABLE a";
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(path);
        await using var journal = SqliteJournal.OpenRead(path);
        var failure = await Assert.ThrowsAsync<JournalException>(() =>
            JournalFigures.ReadAsync(
                journal,
                ReportingCalendar.OfMonth("2026-10", TimeZoneInfo.Utc)!,
                7,
                JournalMaker.Start,
                CancellationToken.None
            )
        );

        Assert.Contains("is no journal", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }
}
