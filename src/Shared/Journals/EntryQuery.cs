using System.Globalization;
using System.Text;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Shared.Journals;

/// <summary>A query of entries as SQL that both stores understand. All values are parameters.</summary>
internal static class EntryQuery
{
    private const string Columns = """
        sequence, at, kind, tenant, issue_id AS IssueId, entry_key AS Key, is_open AS IsOpen, closes, rule_id AS RuleId,
        rule_version AS RuleVersion, rulebook_revision AS RulebookRevision, label, entry_group AS "Group", content
        """;

    public static (string Sql, DynamicParameters Parameters) Select(
        SqlDialect dialect,
        JournalQuery query,
        long after,
        int limit,
        bool isFirstSchema
    )
    {
        var (where, parameters) = Where(dialect, query);
        parameters.Add("after", after);
        parameters.Add("limit", limit);
        var (comparison, order) = query.NewestFirst ? ("<", "DESC") : (">", "ASC");
        var from = $"SELECT {Columns} FROM {Table(isFirstSchema)} e";
        return ($"{from} WHERE sequence {comparison} @after{where} ORDER BY sequence {order} LIMIT @limit", parameters);
    }

    public static (string Sql, DynamicParameters Parameters) Count(SqlDialect dialect, JournalQuery query, bool isFirstSchema)
    {
        var (where, parameters) = Where(dialect, query);
        return ($"SELECT kind, label, count(*) AS count FROM {Table(isFirstSchema)} e WHERE 1 = 1{where} GROUP BY kind, label", parameters);
    }

    /// <summary>The entries, with the columns of the newest schema.</summary>
    public static string Table(bool isFirstSchema) => isFirstSchema ? "(SELECT f.*, '' AS tenant FROM entries f)" : "entries";

    private static (string Where, DynamicParameters Parameters) Where(SqlDialect dialect, JournalQuery query)
    {
        var where = new StringBuilder();
        var parameters = new DynamicParameters();
        void And(string condition, string name, object? value)
        {
            if (value is null)
                return;
            where.Append(" AND ").Append(condition);
            parameters.Add(name, value);
        }

        void AndAmong(string column, string name, IReadOnlyList<string> values) =>
            And(
                dialect.IsAmong(column, name),
                name,
                values.Count == 0 ? null : dialect.ListOf([.. values.Select(value => EntryText.Of(value))])
            );

        // Numbers of an enum; nothing that could hold SQL.
        if (query.Kinds.Count > 0)
            where.Append(CultureInfo.InvariantCulture, $" AND kind IN ({string.Join(", ", query.Kinds.Select(kind => (int)kind))})");
        And("issue_id = @issue", "issue", EntryText.Of(query.IssueId));
        And("issue_id = @caseIssue", "caseIssue", EntryText.Of(query.Case?.IssueId));
        And("tenant = @tenant", "tenant", query.Case is { } reference ? EntryText.Of(reference.Tenant) ?? "" : null);
        AndAmong("entry_key", "keys", query.Keys);
        And("rule_id = @rule", "rule", EntryText.Of(query.RuleId));
        And("rule_version = @version", "version", query.RuleVersion);
        AndAmong("entry_group", "groups", query.Groups);
        And("at >= @from", "from", query.From is { } from ? EntryRow.TextOf(from) : null);
        And("at < @before", "before", query.Before is { } before ? EntryRow.TextOf(before) : null);
        And("sequence > @afterSequence", "afterSequence", query.AfterSequence > 0 ? query.AfterSequence : null);
        if (query.Unfinished)
            where.Append(" AND is_open AND NOT EXISTS (SELECT 1 FROM entries c WHERE c.closes = e.entry_key)");
        return (where.ToString(), parameters);
    }
}
