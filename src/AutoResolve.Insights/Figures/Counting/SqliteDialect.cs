namespace AutoResolve.Insights.Figures.Counting;

/// <summary>SQLite.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override string Decisions =>
        """
        SELECT sequence, issue_id, at, label, rule_id, is_open,
               content ->> '$.type' AS type, coalesce(content ->> '$.team', content ->> '$.owner') AS team, content ->> '$.tier' AS tier,
               content ->> '$.mode' AS mode, content ->> '$.reason' AS reason,
               content ->> '$.issue.channel' AS channel, content ->> '$.issue.product' AS product,
               content ->> '$.issue.tenant' AS tenant, nullif(content ->> '$.issue.requester', '') AS requester
        FROM entries WHERE kind = 1 AND at >= @first AND at < @last
        """;

    public override string SecondsBetween(string earlier, string later) => $"(julianday({later}) - julianday({earlier})) * 86400.0";
}
