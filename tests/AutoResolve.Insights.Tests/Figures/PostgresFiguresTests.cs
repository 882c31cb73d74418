using AutoResolve.Journal;
using AutoResolve.Journal.Tests.Postgres;

namespace AutoResolve.Insights.Tests.Figures;

[Collection(PostgresTests.Name)]
public sealed class PostgresFiguresTests(PostgresFixture postgres) : JournalFiguresContract
{
    private protected override GroupCommitJournal Open() => postgres.Open(postgres.NewSchema());
}
