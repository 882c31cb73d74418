using System.Text.Json;
using AutoResolve.Shared.Journals;

namespace AutoResolve.Sqlite;

/// <summary>How SQLite is asked.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private static readonly string DecisionsStatement = SqlFile.Read("Statements/decisions.sql").TrimEnd();

    public override string Now => "@now";

    public override string Decisions => DecisionsStatement;

    public override string IsAmong(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    public override object ListOf(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts);

    // Thousandths of a second are what it counts in; the digits behind them are not to be what decides.
    public override string GraceAfter(string time) => $"(strftime('%Y-%m-%dT%H:%M:%f', {time}, '+' || @grace || ' days') || '9999Z')";

    public override string SecondsBetween(string earlier, string later) =>
        $"round(unixepoch({later}, 'subsec') - unixepoch({earlier}, 'subsec'), 3)";

    // What has a limit is not merged, and needs no table of its own.
    public override string OptimizationBarrier => "LIMIT -1 OFFSET 0";

    public override string TextIn(string content, params string[] path) => $"({content} ->> '$.{string.Join('.', path)}')";
}
