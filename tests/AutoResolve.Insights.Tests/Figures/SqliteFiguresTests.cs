using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Journal;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class SqliteFiguresTests : JournalFiguresContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autoresolve-figures-").FullName;
    private int _files;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private protected override GroupCommitJournal Open() => new SqliteJournal(Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db"));

    [Fact]
    public async Task Read_DamagedEntry_SaysThatTheJournalIs()
    {
        await using var journal = Open();
        await journal.AppendAsync([JournalMaker.Decision("1", 0, "answered") with { Content = "{ damaged" }]);

        var failure = await Assert.ThrowsAsync<JournalException>(() => JournalFigures.ReadAsync(journal, ReportingCalendar.OfMonth("2026-10", TimeZoneInfo.Utc)!, 7, JournalMaker.Start, CancellationToken.None));

        Assert.Contains("malformed JSON", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_JournalInMemory_IsRefused() =>
        await Assert.ThrowsAsync<JournalException>(() => JournalFigures.ReadAsync(new InMemoryJournal(), ReportingCalendar.OfMonth("2026-10", TimeZoneInfo.Utc)!, 7, JournalMaker.Start, CancellationToken.None));
}
