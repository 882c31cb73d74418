namespace AutoResolve.Insights.Figures.Counting;

/// <summary>SQLite.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override string Decisions =>
        """
            SELECT sequence, issue_id, entry_key, at, label, rule_id, is_open,
                   content ->> '$.type' AS type, coalesce(content ->> '$.team', content ->> '$.owner') AS team, content ->> '$.tier' AS tier,
                   content ->> '$.mode' AS mode, content ->> '$.reason' AS reason,
                   content ->> '$.issue.channel' AS channel, content ->> '$.issue.product' AS product,
                   coalesce(content ->> '$.issue.tenant', '') AS tenant, nullif(content ->> '$.issue.requester', '') AS requester,
                   coalesce(content ->> '$.issue.author', '') AS author
            FROM entries e WHERE kind = 1 AND at >= @first AND at < @last
            """;

    // Thousandths of a second are what it counts in; the digits behind them are not to be what decides.
    public override string GraceAfter(string time) => $"(strftime('%Y-%m-%dT%H:%M:%f', {time}, '+' || @grace || ' days') || '9999Z')";

    public override string SecondsBetween(string earlier, string later) =>
        $"round(unixepoch({later}, 'subsec') - unixepoch({earlier}, 'subsec'), 3)";

    public override string Most(string one, string other) => $"max(coalesce({one}, {other}), coalesce({other}, {one}))";

    // What has a limit is not merged, and needs no table of its own.
    public override string OptimizationBarrier => "LIMIT -1 OFFSET 0";

    public override string TextIn(string content, params string[] path) => $"({content} ->> '$.{string.Join('.', path)}')";
}
