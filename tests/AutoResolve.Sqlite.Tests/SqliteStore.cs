using AutoResolve.Journaling;
using AutoResolve.Testing;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Sqlite.Tests;

/// <summary>A file, with a clock that is set.</summary>
internal sealed class SqliteStore : JournalTestStore
{
    private readonly FakeTimeProvider _clock = new(Some.Time);
    private readonly JournalFile _file = new();

    public override TimeSpan Unit => TimeSpan.FromMinutes(1);

    public override IJournal Open() => SqliteJournal.Open(_file.Path, new SqliteJournalOptions { AppendTimeout = Patience.Long }, _clock);

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
