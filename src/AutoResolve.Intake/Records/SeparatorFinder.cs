using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.Records;

/// <summary>Finds out what stands between the values of CSV.</summary>
internal static class SeparatorFinder
{
    private const char None = '\u001F';
    private const string Hint = "sep=";
    private const int MostTitles = 10;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    private static readonly HashSet<string> KnownNames =
    [
        .. ColumnData.Known.Usual.Values.SelectMany(names => names),
        .. ColumnData.Known.Systems.SelectMany(system => system.Names.Values.SelectMany(names => names)),
    ];

    /// <returns>The separator; null where two are as likely. Of one column, what stands nowhere.</returns>
    public static char? Find(string start)
    {
        if (start.TrimStart('\uFEFF').StartsWith(Hint, StringComparison.OrdinalIgnoreCase))
            return start.TrimStart('\uFEFF').Length > Hint.Length ? start.TrimStart('\uFEFF')[Hint.Length] : ',';
        var ranked = Candidates
            .Select(candidate => (Separator: candidate, Rank: Rank(start, candidate)))
            .Where(entry => entry.Rank.Columns > 1)
            .OrderByDescending(entry => entry.Rank)
            .ToList();
        return ranked switch
        {
            [] => None,
            [var best, var second, ..] when best.Rank == second.Rank => null,
            [var best, ..] => best.Separator,
        };
    }

    /// <summary>Whether the first line says what the separator is, as Excel reads it.</summary>
    public static bool HasHint(string start) => start.TrimStart('\uFEFF').StartsWith(Hint, StringComparison.OrdinalIgnoreCase);

    // Names that mean something tell most, then rows as wide as the header.
    private static (int Known, int Alike, int Columns) Rank(string start, char separator)
    {
        var rows = Rows(start, separator);
        if (rows.Count == 0)
            return default;
        // Above the names of the columns may stand lines of a title.
        var header = rows.Take(MostTitles + 1).MaxBy(Known)!;
        return (Known(header), rows.Count(row => row != header && row.Count == header.Count), header.Count);
    }

    private static int Known(List<string> row) => row.Count(name => KnownNames.Contains(ColumnData.Fold(name)));

    // The last row may be cut.
    private static List<List<string>> Rows(string start, char separator)
    {
        var (rows, row, value, isQuoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var letter in start)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is '\n')
                End();
            else if (!isQuoted && letter == separator)
                row.Add(Take());
            else
                value.Append(letter);
        }

        if (rows.Count == 0)
            End();
        return rows;

        string Take()
        {
            var taken = value.ToString();
            value.Clear();
            return taken;
        }

        void End()
        {
            row.Add(Take());
            if (row.Count > 1 || row[0].Trim().Length > 0)
                rows.Add(row);
            row = [];
        }
    }
}
