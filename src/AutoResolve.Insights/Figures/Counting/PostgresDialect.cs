namespace AutoResolve.Insights.Figures.Counting;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    // Read once for all columns. A text may hold an escaped zero, which PostgreSQL takes in JSON but not as text.
    public override string Decisions =>
        """
        SELECT e.sequence, e.issue_id, e.at, e.label, e.rule_id,
               c.type, coalesce(c.team, c.owner) AS team, c.tier,
               c.mode, c.reason,
               c.issue ->> 'channel' AS channel, c.issue ->> 'product' AS product,
               c.issue ->> 'tenant' AS tenant, nullif(c.issue ->> 'requester', '') AS requester
        FROM entries e
        CROSS JOIN LATERAL json_to_record(replace(e.content, '\u0000', '\ufffd')::json)
          AS c (type text, team text, owner text, tier bigint, mode text, reason text, issue json)
        WHERE e.kind = 1 AND e.at >= @first AND e.at < @last
        """;

    public override string SecondsBetween(string earlier, string later) => $"CAST(extract(epoch FROM {later}::timestamptz - {earlier}::timestamptz) AS double precision)";
}
