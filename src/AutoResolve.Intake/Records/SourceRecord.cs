using AutoResolve.Intake.Columns;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Records;

/// <summary>One record of an input, or what is wrong with it.</summary>
/// <param name="Line">Where it begins, from 1; 0 where no line can be named.</param>
/// <param name="DefaultId">What an issue is called that has no id of its own.</param>
/// <param name="Values">Its values; null where there is a problem.</param>
/// <param name="Problem">What is wrong and what to do; null where nothing is.</param>
internal sealed record SourceRecord(int Line, string DefaultId, RecordValues? Values, string? Problem)
{
    /// <summary>Whether the whole file is wrong, rather than one of its records.</summary>
    public bool IsFatal { get; init; }

    public static SourceRecord Fatal(int line, string problem) => Bad(line, problem) with { IsFatal = true };

    public static SourceRecord Bad(int line, string problem) => new(line, "", null, problem);
}

/// <summary>The values of a record by column or key.</summary>
/// <param name="layout">Its columns.</param>
/// <param name="values">The value of each, in parts where it is a list; empty where there is none.</param>
internal sealed class RecordValues(ColumnLayout layout, IReadOnlyList<IReadOnlyList<string>> values)
{
    // What exports write where there is nothing.
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "-",
        "–",
        "—",
        "null",
        "\\N",
        "n/a",
        "(empty)",
    };

    public ColumnLayout Layout => layout;

    /// <summary>What was said later, as JSON has it; null where nothing was.</summary>
    public JArray? Turns { get; init; }

    /// <summary>Whether it is a row of a table, whose columns all rows have.</summary>
    public bool IsRow { get; init; }

    /// <summary>The names of lists in which somebody says something, and which are not read.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>The value of a column; null where there is none. A list is its parts, one behind the other.</summary>
    public string? At(int place) =>
        values[place] switch
        {
            [] => null,
            [var only] => only,
            var parts => string.Join(", ", parts.Where(part => !VisibleText.IsBlank(part))),
        };

    /// <summary>The parts of a column.</summary>
    public IReadOnlyList<string> PartsAt(int place) => values[place];

    /// <summary>The first column that says something, and the first part that does; null where none does.</summary>
    public (int Place, string Value)? Find(string what)
    {
        foreach (var place in layout.Of(what))
        {
            foreach (var part in values[place])
            {
                if (!VisibleText.IsBlank(part) && !Nothing.Contains(part.Trim()))
                    return (place, part);
            }
        }

        return null;
    }

    /// <summary>The value of a named column, which is compared without capitals; null where there is none.</summary>
    public string? Named(string name)
    {
        for (var place = 0; place < layout.Names.Count; place++)
        {
            if (layout.Names[place].Equals(name, StringComparison.OrdinalIgnoreCase) && At(place) is { } value)
                return value;
        }

        return null;
    }
}
