namespace AutoResolve.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests : DurableJournalContract, IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    private protected override GroupCommitJournal Open() => _file.Open();

    protected override Task ExecuteAsync(string sql) => _file.ExecuteAsync(sql);
}
