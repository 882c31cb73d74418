using AutoResolve.Journaling;

namespace AutoResolve.Journal.Tests;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override Task<IJournal> CreateAsync() => Task.FromResult<IJournal>(new InMemoryJournal());
}
