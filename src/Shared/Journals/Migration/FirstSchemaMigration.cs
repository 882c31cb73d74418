using System.Data.Common;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Shared.Journals.Migration;

/// <summary>Fills the tables of the second schema from those of the first, page by page, in the transaction of whoever made them.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="dialect">What the store says differently.</param>
/// <param name="secret">By which hashes are keyed.</param>
internal abstract class FirstSchemaMigration(DbConnection connection, DbTransaction transaction, SqlDialect dialect, JournalSecret secret)
{
    /// <summary>What the table of the first schema is called meanwhile.</summary>
    public const string OldEntries = "entries_of_first_schema";

    private const int PageSize = 1_000;

    private const string Columns = """
        issue_id AS IssueId, sequence, at, kind, entry_key AS Key, is_open AS IsOpen, closes, rule_id AS RuleId,
        rule_version AS RuleVersion, rulebook_revision AS RulebookRevision, label, entry_group AS "Group", content
        """;

    private readonly FirstSchemaKeys _keys = new(secret);

    public async Task RunAsync()
    {
        await CopyEntriesAsync().ConfigureAwait(false);
        await MakeCasesAsync().ConfigureAwait(false);
    }

    protected abstract Task InsertEntriesAsync(IReadOnlyList<EntryRow> rows);

    /// <summary>Inserts cases; those that are lapsed with a lease that ended long ago.</summary>
    protected abstract Task InsertCasesAsync(IReadOnlyList<MigratedCase> cases);

    protected Task ExecuteAsync(string sql, object parameters) => connection.ExecuteAsync(sql, parameters, transaction, commandTimeout: 0);

    private async Task CopyEntriesAsync()
    {
        var after = 0L;
        while (true)
        {
            var rows = await QueryAsync<EntryRow>(
                    $"SELECT {Columns} FROM {OldEntries} WHERE sequence > @after ORDER BY sequence LIMIT {PageSize}",
                    new { after }
                )
                .ConfigureAwait(false);
            foreach (var row in rows)
                _keys.Convert(row);
            await FillTenantsAsync(rows).ConfigureAwait(false);
            if (rows.Count > 0)
                await InsertEntriesAsync(rows).ConfigureAwait(false);
            if (rows.Count < PageSize)
                return;
            after = rows[^1].Sequence;
        }
    }

    // A decision says its tenant; what is about a decision has that one's; all else that of the last decision of its issue.
    private async Task FillTenantsAsync(List<EntryRow> rows)
    {
        var contents = rows.ConvertAll(FirstSchemaContent.Of);
        var decisions = await EarlierTenantsAsync("entry_key", contents.Select(content => content.Decision)).ConfigureAwait(false);
        var issues = await EarlierTenantsAsync("issue_id", rows.Select(row => row.IssueId)).ConfigureAwait(false);
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            if ((JournalEntryKind)row.Kind == JournalEntryKind.Decision)
            {
                row.Tenant = contents[place].Tenant ?? "";
                issues[row.IssueId] = row.Tenant;
                if (row.Key is not null)
                    decisions[row.Key] = row.Tenant;
            }
            else
            {
                var ofDecision = contents[place].Decision is { } decision ? decisions.GetValueOrDefault(decision) : null;
                row.Tenant = ofDecision ?? issues.GetValueOrDefault(row.IssueId, "");
            }
        }
    }

    private async Task<Dictionary<string, string>> EarlierTenantsAsync(string column, IEnumerable<string?> values)
    {
        var known = values.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var rows = await QueryAsync<(string Value, string Tenant)>(
                $"""
                SELECT {column}, tenant FROM entries
                WHERE kind = {(int)JournalEntryKind.Decision} AND {dialect.IsAmong(column, "known")} ORDER BY sequence
                """,
                new { known = dialect.ListOf(known) }
            )
            .ConfigureAwait(false);
        var tenants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (value, tenant) in rows)
            tenants[value] = tenant;
        return tenants;
    }

    private async Task MakeCasesAsync()
    {
        const string Kinds = "1, 2, 4, 7";
        var (issue, sequence) = ("", 0L);
        var open = new Dictionary<string, FirstSchemaCase>(StringComparer.Ordinal);
        List<MigratedCase> made = [];
        while (true)
        {
            var rows = await QueryAsync<CaseEntryRow>(
                    $"""
                    SELECT {Columns}, tenant, is_open AND NOT EXISTS (SELECT 1 FROM entries c WHERE c.closes = e.entry_key) AS IsUnfinished
                    FROM entries e WHERE kind IN ({Kinds}) AND issue_id >= @issue AND (issue_id > @issue OR sequence > @sequence)
                    ORDER BY issue_id, sequence LIMIT {PageSize}
                    """,
                    new { issue, sequence }
                )
                .ConfigureAwait(false);
            foreach (var row in rows)
            {
                if (row.IssueId != issue)
                    End(open, made);
                issue = row.IssueId;
                if (!open.TryGetValue(row.Tenant, out var known))
                    open.Add(row.Tenant, known = new FirstSchemaCase(row.Tenant, issue));
                known.Add(row, row.IsUnfinished);
                sequence = row.Sequence;
            }

            if (rows.Count < PageSize)
                End(open, made);
            if (made.Count > 0)
                await InsertCasesAsync(made).ConfigureAwait(false);
            made.Clear();
            if (rows.Count < PageSize)
                return;
        }
    }

    private void End(Dictionary<string, FirstSchemaCase> open, List<MigratedCase> made)
    {
        made.AddRange(open.Values.Select(known => known.ToCase(secret)).OfType<MigratedCase>());
        open.Clear();
    }

    private async Task<List<T>> QueryAsync<T>(string sql, object parameters) =>
        (await connection.QueryAsync<T>(sql, parameters, transaction, commandTimeout: 0).ConfigureAwait(false)).AsList();
}
