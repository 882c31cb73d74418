using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Journaling;
using AutoResolve.Postgres.Tests;
using Dapper;

namespace AutoResolve.Insights.Tests.Figures;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresFiguresTests(PostgresFixture postgres) : JournalFiguresContract
{
    protected override IJournal Open() => postgres.Open(postgres.NewSchema());

    // A slip in the name of the schema creates none.
    [SkippableFact]
    public async Task Read_OtherSchema_IsNoJournalAndIsNotMade()
    {
        var schema = postgres.NewSchema();
        await using var journal = postgres.Open(schema);

        var failure = await Assert.ThrowsAsync<JournalException>(() =>
            JournalFigures.ReadAsync(
                journal,
                ReportingCalendar.OfMonth("2026-10", TimeZoneInfo.Utc)!,
                7,
                JournalMaker.Start,
                CancellationToken.None
            )
        );

        Assert.Contains($"There is no journal in the schema '{schema}'", failure.Message, StringComparison.Ordinal);
        await using var connection = await postgres.ConnectAsync(schema);
        Assert.Equal(
            0,
            await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM pg_namespace WHERE nspname = @schema", new { schema })
        );
    }
}
