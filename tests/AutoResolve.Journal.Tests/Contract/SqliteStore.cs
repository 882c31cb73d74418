using AutoResolve.Journal.Sqlite;
using AutoResolve.Journal.Tests.Sqlite;
using AutoResolve.Journaling;
using AutoResolve.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Journal.Tests.Contract;

/// <summary>A file, with a clock that is set.</summary>
internal sealed class SqliteStore : JournalTestStore
{
    private readonly FakeTimeProvider _clock = new(Some.Time);
    private readonly JournalFile _file = new();

    public override TimeSpan Unit => TimeSpan.FromMinutes(1);

    public override IJournal Open() => new SqliteJournal(_file.Path, timeProvider: _clock);

    public override Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return base.DisposeAsync();
    }
}
