using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresMigrationTests(PostgresFixture postgres) : MigrationContract
{
    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Open_FirstSchema_NoTableHoldsAnOldHashAndNoOldOneIsThere()
    {
        await using var journal = Open();
        await journal.OpenAsync();
        await using var connection = await postgres.ConnectAsync(_schema);

        var tables = (
            await connection.QueryAsync<string>(
                "SELECT tablename FROM pg_tables WHERE schemaname = @schema ORDER BY 1",
                new { schema = _schema }
            )
        ).AsList();

        Assert.Equal(["cases", "counters", "entries", "journal_secrets", "journal_version", "prunings", "rulebooks"], tables);
        foreach (var table in tables)
        {
            var text = string.Join('\n', await connection.QueryAsync<string>($"SELECT t::text FROM {table} t"));
            Assert.All(FirstSchema.Hashes(FirstSchema.Entries(more: 2_300)), hash =>
                Assert.DoesNotContain(hash, text, StringComparison.Ordinal)
            );
        }
    }

    // A schema that was migrated must be the one that is made, or the next migration finds what it does not expect.
    [SkippableFact]
    public async Task Open_FirstSchema_IsTheSchemaThatIsMadeAnew()
    {
        const string Relations = """
            SELECT c.relname || ' ' || c.relkind::text || ' ' || coalesce(pg_get_indexdef(i.indexrelid), '') FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
            WHERE n.nspname = @schema AND c.relkind IN ('r', 'i', 'S')
            UNION ALL
            SELECT p.proname || ' ' || p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = @schema
            UNION ALL
            SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = @schema AND NOT t.tgisinternal
            ORDER BY 1
            """;
        var anew = postgres.NewSchema();
        await using var journal = Open();
        await journal.OpenAsync();
        await using var other = postgres.Open(anew);
        await other.OpenAsync();
        await using var connection = await postgres.ConnectAsync(_schema);

        async Task<IEnumerable<string>> DescribeAsync(string schema) =>
            (await connection.QueryAsync<string>(Relations, new { schema })).Select(text =>
                text.Replace($"\"{schema}\".", "", StringComparison.Ordinal).Replace($"{schema}.", "", StringComparison.Ordinal)
            );
        Assert.Equal(await DescribeAsync(anew), await DescribeAsync(_schema));
    }

    [SkippableFact]
    public async Task Append_FirstSchemaAndNoSecret_IsRefusedAndItStaysReadable()
    {
        await using var journal = PostgresJournal.Open(postgres.Cluster.ConnectionString, new PostgresJournalOptions { Schema = _schema });

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Contains("is of an older version", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await journal.ListAsync());
        Assert.True(await IsFirstSchemaAsync());
    }

    protected override IDurableJournal Open() => postgres.Open(_schema);

    protected override async Task MakeAsync(IReadOnlyList<JournalEntry> entries)
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync($"CREATE SCHEMA {_schema}");
        await connection.ExecuteAsync(FirstSchema.Postgres);
        await InsertAsync(entries);
    }

    protected override async Task InsertAsync(IReadOnlyList<JournalEntry> entries)
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(FirstSchema.Insert, FirstSchema.RowsOf(entries), transaction);
        await transaction.CommitAsync();
    }

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync(sql);
    }

    protected override async Task<bool> IsFirstSchemaAsync()
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        return await connection.ExecuteScalarAsync<int>("SELECT max(version) FROM journal_version") == 1;
    }
}
