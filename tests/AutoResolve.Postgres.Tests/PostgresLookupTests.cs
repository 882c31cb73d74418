using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

/// <summary>What is looked up for each delivery costs the same however large the journal has become since its plan was made.</summary>
[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresLookupTests(PostgresFixture postgres)
{
    private const int Times = 20;

    private readonly string _schema = postgres.NewSchema();

    public static TheoryData<JournalQuery> Lookups =>
        new()
        {
            new JournalQuery { Keys = ["key-3", "key-4"] },
            new JournalQuery
            {
                Groups = ["group"],
                Kinds = [JournalEntryKind.Message],
                From = Some.Time,
                Limit = 3,
            },
        };

    [SkippableTheory]
    [MemberData(nameof(Lookups))]
    public async Task Lookup_InATableOfOnePage_ReadsByAnIndex(JournalQuery query)
    {
        await using (var journal = postgres.Open(_schema))
            await journal.AppendAsync([
                .. Enumerable.Range(0, 5).Select(number => Some.Entry($"key-{number}", JournalEntryKind.Message) with { Group = "group" }),
            ]);
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync("ANALYZE entries");
        var before = await ScansAsync();

        await using (var journal = postgres.Open(_schema))
        {
            await journal.OpenAsync();
            for (var number = 0; number < Times; number++)
                Assert.NotEmpty(await journal.ListAsync(query));
        }

        // The server counts what a connection has done when it ends.
        await Patience.UntilAsync(async () => (await ScansAsync()).ByIndex >= before.ByIndex + Times);
        Assert.Equal(before.OfAll, (await ScansAsync()).OfAll);

        Task<(long OfAll, long ByIndex)> ScansAsync() =>
            connection.QuerySingleAsync<(long, long)>(
                "SELECT seq_scan, idx_scan FROM pg_stat_user_tables WHERE schemaname = @schema AND relname = 'entries'",
                new { schema = _schema }
            );
    }
}
