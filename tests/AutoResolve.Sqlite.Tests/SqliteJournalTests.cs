using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqliteJournalTests : DurableJournalContract, IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    protected override IDurableJournal Open() => _file.Open();

    protected override IDurableJournal OpenRead() => SqliteJournal.OpenRead(_file.Path);

    protected override Task ExecuteAsync(string sql) => _file.ExecuteAsync(sql);
}
