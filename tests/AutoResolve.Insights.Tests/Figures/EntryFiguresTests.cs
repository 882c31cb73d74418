using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>A journal that does not count itself.</summary>
public sealed class EntryFiguresTests : JournalFiguresContract
{
    protected override int Samples => 300;

    protected override IJournal Open() => new InMemoryJournal();
}
