using System.Globalization;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Rendering;

/// <summary>Cases as a table, a line a case; nothing is cut.</summary>
internal static class CaseTable
{
    private static readonly string[] Header = ["case", "waits for", "since", "age", "due", "turns", "last"];

    public static void Write(CaseListing listing, Screen screen, DateTimeOffset now)
    {
        if (listing.Cases.Count == 0)
        {
            screen.Line("No such case.");
            return;
        }

        List<string[]> rows = [Header, .. listing.Cases.Select(summary => Row(summary, now))];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column is 3 or 5 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            screen.Line(string.Join("  ", cells).TrimEnd());
        }

        screen.Line();
        foreach (var stage in listing.Cases.GroupBy(summary => summary.Stage).OrderBy(stage => stage.Key))
            screen.Line($"{CaseVocabulary.Of(stage.Key)}: {stage.Count()}");
        if (listing.Cases.Count(summary => summary.IsOverdue) is > 0 and var overdue)
            screen.Line($"overdue: {overdue}. A running host takes these up.");
    }

    private static string[] Row(CaseSummary summary, DateTimeOffset now) =>
        [
            SafeText.Line(summary.Case.ToString()),
            CaseVocabulary.WaitsFor(summary),
            summary.Since is { } since ? CaseVocabulary.Time(since) : "-",
            summary.Since is { } start ? CaseVocabulary.Age(now - start) : "-",
            Due(summary),
            summary.Turns.ToString(CultureInfo.InvariantCulture),
            CaseVocabulary.Last(summary),
        ];

    private static string Due(CaseSummary summary)
    {
        if (summary.Due is not { } due)
            return "-";
        var what = summary.DueFor is { } reason ? $" ({CaseVocabulary.Of(reason)})" : "";
        return $"{CaseVocabulary.Time(due)}{what}{(summary.IsOverdue ? " overdue" : "")}";
    }
}
