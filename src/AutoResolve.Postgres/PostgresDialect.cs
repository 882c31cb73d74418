using AutoResolve.Shared.Journals;

namespace AutoResolve.Postgres;

/// <summary>How PostgreSQL is asked.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    private static readonly string DecisionsStatement = SqlFile.Read("Statements/decisions.sql").TrimEnd();

    public override string Now => "statement_timestamp()";

    public override string Decisions => DecisionsStatement;

    public override string IsAmong(string column, string parameter) => $"{column} = ANY(@{parameter})";

    public override object ListOf(IReadOnlyList<string> texts) => texts;

    public override string GraceAfter(string time) =>
        $"(to_char(({time})::timestamptz AT TIME ZONE 'UTC' + make_interval(days => @grace), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS') || '9999Z')";

    public override string SecondsBetween(string earlier, string later) =>
        $"CAST(round(extract(epoch FROM ({later})::timestamptz - ({earlier})::timestamptz), 3) AS double precision)";

    // One statement over all: compiling it costs more than it saves, and sharing its reading among processors always pays.
    public override string Settings => "SET jit = off; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET work_mem = '64MB'";

    public override string InParallel => "MATERIALIZED";

    public override string OptimizationBarrier => "OFFSET 0";

    public override string TextIn(string content, params string[] path) =>
        $"(replace({content}, '\\u0000', '\\ufffd')::jsonb #>> '{{{string.Join(',', path)}}}')";
}
