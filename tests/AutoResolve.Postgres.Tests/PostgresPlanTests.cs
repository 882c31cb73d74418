using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

/// <summary>An index that holds only what is asked for is used by whoever asks.</summary>
[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresPlanTests(PostgresFixture postgres)
{
    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Plan_OfATrackRecord_LooksItUpByTheIndexOfRules()
    {
        await using (var journal = postgres.Open(_schema))
            await journal.OpenAsync();
        await using var connection = await postgres.ConnectAsync(_schema);
        var query = new JournalQuery
        {
            RuleId = "rule",
            RuleVersion = 1,
            Kinds = [JournalEntryKind.Decision, JournalEntryKind.Feedback, JournalEntryKind.Demotion],
        };
        var (sql, parameters) = EntryQuery.Count(new PostgresDialect(), query, isFirstSchema: false);
        await connection.ExecuteAsync("SET enable_seqscan = off");

        var plan = await connection.QueryAsync<string>($"EXPLAIN {sql}", parameters);

        Assert.Contains(plan, step => step.Contains("entries_by_rule", StringComparison.Ordinal));
    }
}
