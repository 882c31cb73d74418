namespace AutoResolve.Insights.Figures.Counting;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    // Read once for all columns, and before anything is sorted. A text may hold an escaped zero, which PostgreSQL takes in JSON but not
    // as text.
    public override string Decisions =>
        """
            SELECT e.sequence, e.issue_id, e.entry_key, e.at, e.label, e.rule_id, e.is_open,
                   c.type, coalesce(c.team, c.owner) AS team, c.tier,
                   c.mode, c.reason,
                   i.channel, i.product, coalesce(i.tenant, '') AS tenant, nullif(i.requester, '') AS requester, coalesce(i.author, '') AS author
            FROM entries e
            CROSS JOIN LATERAL jsonb_to_record(replace(e.content, '\u0000', '\ufffd')::jsonb)
              AS c (type text, team text, owner text, tier bigint, mode text, reason text, issue jsonb)
            CROSS JOIN LATERAL jsonb_to_record(c.issue) AS i (channel text, product text, tenant text, requester text, author text)
            WHERE e.kind = 1 AND e.at >= @first AND e.at < @last
            """;

    public override string GraceAfter(string time) =>
        $"(to_char(({time})::timestamptz AT TIME ZONE 'UTC' + make_interval(days => @grace), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS') || '9999Z')";

    public override string SecondsBetween(string earlier, string later) =>
        $"CAST(round(extract(epoch FROM ({later})::timestamptz - ({earlier})::timestamptz), 3) AS double precision)";

    public override string Most(string one, string other) => $"greatest({one}, {other})";

    // One statement over all: compiling it costs more than it saves, and sharing its reading among processors always pays.
    public override string Settings => "SET jit = off; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET work_mem = '64MB'";

    public override string InParallel => "MATERIALIZED";

    public override string OptimizationBarrier => "OFFSET 0";

    public override string TextIn(string content, params string[] path) =>
        $"(replace({content}, '\\u0000', '\\ufffd')::jsonb #>> '{{{string.Join(',', path)}}}')";
}
