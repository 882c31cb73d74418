using System.Text;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Journal;

/// <summary>A query as SQL that both stores understand. All values are parameters.</summary>
internal static class EntryQuery
{
    private const string Columns = "sequence, at, kind, issue_id AS IssueId, entry_key AS Key, is_open AS IsOpen, closes, rule_id AS RuleId, rule_version AS RuleVersion, rulebook_revision AS RulebookRevision, label, entry_group AS \"Group\", content";

    public static (string Sql, DynamicParameters Parameters) Select(JournalQuery query, long after, int limit)
    {
        var (where, parameters) = Where(query);
        parameters.Add("after", after);
        parameters.Add("limit", limit);
        var (comparison, order) = query.NewestFirst ? ("<", "DESC") : (">", "ASC");
        return ($"SELECT {Columns} FROM entries e WHERE sequence {comparison} @after{where} ORDER BY sequence {order} LIMIT @limit", parameters);
    }

    public static (string Sql, DynamicParameters Parameters) Count(JournalQuery query)
    {
        var (where, parameters) = Where(query);
        return ($"SELECT kind, label, count(*) AS count FROM entries e WHERE 1 = 1{where} GROUP BY kind, label", parameters);
    }

    private static (string Where, DynamicParameters Parameters) Where(JournalQuery query)
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

        // Numbers of an enum; nothing that could hold SQL.
        if (query.Kinds.Count > 0)
            where.Append(System.Globalization.CultureInfo.InvariantCulture, $" AND kind IN ({string.Join(", ", query.Kinds.Select(kind => (int)kind))})");
        And("issue_id = @issue", "issue", EntryText.Of(query.IssueId));
        And("entry_key = @key", "key", EntryText.Of(query.Key));
        And("rule_id = @rule", "rule", EntryText.Of(query.RuleId));
        And("rule_version = @version", "version", query.RuleVersion);
        And("entry_group = @group", "group", EntryText.Of(query.Group));
        And("at >= @from", "from", query.From is { } from ? EntryRow.TextOf(from) : null);
        And("at < @before", "before", query.Before is { } before ? EntryRow.TextOf(before) : null);
        And("sequence > @afterSequence", "afterSequence", query.AfterSequence > 0 ? query.AfterSequence : null);
        if (query.Unfinished)
            where.Append(" AND is_open AND NOT EXISTS (SELECT 1 FROM entries c WHERE c.closes = e.entry_key)");
        return (where.ToString(), parameters);
    }
}
