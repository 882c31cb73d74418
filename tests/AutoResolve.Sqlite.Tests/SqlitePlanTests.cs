using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Sqlite.Tests;

/// <summary>What hosts ask often is looked up, and does not read through what a journal gathers over years.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private static readonly SqliteDialect Dialect = new();
    private static readonly CaseReference Case = new("tenant", "issue");

    private readonly JournalFile _file = new();

    public static TheoryData<string, string> Plans =>
        new()
        {
            { "entries_by_case", Entries(new JournalQuery { Case = Case }) },
            { "entries_by_case", Entries(new JournalQuery { Case = Case, Kinds = [JournalEntryKind.Turn] }) },
            { "entries_by_case", Entries(new JournalQuery { IssueId = "issue", NewestFirst = true }) },
            { "sqlite_autoindex_entries_1", Entries(new JournalQuery { Keys = ["a", "b"] }) },
            { "entries_by_group", Entries(new JournalQuery { Groups = ["a", "b"], From = DateTimeOffset.UnixEpoch }) },
            { "entries_open", Entries(new JournalQuery { Unfinished = true }) },
            { "cases", CaseSelection.One(Dialect, Case).Sql },
            { "cases_by_owner", Cases(new CaseQuery { Owner = CaseOwner.Automation }) },
            { "cases_leased", Cases(new CaseQuery { IsLapsed = true }) },
            { "cases_due", Cases(new CaseQuery { DueUntil = DateTimeOffset.UnixEpoch }) },
            { "cases_by_requester", Cases(new CaseQuery { RequesterKey = "key" }) },
            { "cases_leased", Cases(new CaseQuery { IsLapsed = true, After = Case }) },
        };

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Plan_OfWhatIsAskedOften_LooksItUpByTheIndex(string index, string sql)
    {
        await using (var journal = _file.Open())
            await journal.AppendAsync([Some.Entry()]);
        await using var connection = await _file.ConnectAsync();
        var parameters = new DynamicParameters();
        string[] names = ["now", "after", "limit", "keys", "groups", "issue", "caseIssue", "tenant", "from", "until", "requester"];
        foreach (var name in names)
            parameters.Add(name, "0");

        var plan = (await connection.QueryAsync($"EXPLAIN QUERY PLAN {sql}", parameters)).Select(row => (string)row.detail).ToList();

        Assert.Contains(plan, step =>
            step.StartsWith("SEARCH ", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(plan, step =>
            step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal)
        );
    }

    private static string Entries(JournalQuery query) => EntryQuery.Select(Dialect, query, 0, 1_000, isFirstSchema: false).Sql;

    private static string Cases(CaseQuery query) => CaseSelection.Select(Dialect, query, query.After, 1_000).Sql;
}
