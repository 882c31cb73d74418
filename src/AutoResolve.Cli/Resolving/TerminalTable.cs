using Spectre.Console;

namespace AutoResolve.Cli.Resolving;

/// <summary>The table as a terminal shows it: as wide as the terminal, long values on several lines.</summary>
internal static class TerminalTable
{
    public static Table Of(IEnumerable<ResolutionRow> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("id", "outcome", "rule", "what", "text");
        table.Columns[1].NoWrap();
        foreach (var row in rows)
        {
            table.AddRow(
                new Text(row.Id),
                new Markup($"[{OutcomeStyle.Colour(row.Outcome)}]{OutcomeStyle.Word(row.Outcome)}[/]"),
                new Text(row.Rule),
                new Text(row.Effect),
                new Text(row.Text)
            );
        }

        return table;
    }
}
