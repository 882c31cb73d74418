using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Resolving;

/// <summary>A table of plain text, a line a row. A value that is wider than its column moves the rest, and is never cut.</summary>
internal sealed class PlainTable
{
    private readonly int _id;
    private readonly int _rule;
    private readonly int _what;

    private PlainTable(int id, int rule, int what) => (_id, _rule, _what) = (id, rule, what);

    public static PlainTable For(IReadOnlyCollection<ResolutionRow> rows) =>
        new(rows.Max(row => row.Id.Length), Math.Max(4, rows.Max(row => row.Rule.Length)), Math.Max(4, rows.Max(row => row.Effect.Length)));

    public void WriteHeader(Screen screen) => Write(screen, "id", "outcome", "rule", "what", "text");

    public void Write(ResolutionRow row, Screen screen) =>
        Write(screen, row.Id, OutcomeStyle.Word(row.Outcome), row.Rule, row.Effect, row.Text);

    private void Write(Screen screen, string id, string outcome, string rule, string what, string text) =>
        screen.Line($"{id.PadRight(Math.Max(2, _id))}  {outcome, -9}  {rule.PadRight(_rule)}  {what.PadRight(_what)}  {text}".TrimEnd());
}
