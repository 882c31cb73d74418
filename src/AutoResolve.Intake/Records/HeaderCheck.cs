using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.Records;

/// <summary>Looks whether a header names what records need.</summary>
internal static class HeaderCheck
{
    private const int MaxNames = 30;
    private const int MaxNameLength = 40;

    private static readonly string[] Single = ["id", "text", "title", "channel", "product", "locale", "tenant", "requester", "receivedAt"];

    /// <summary>Whether an issue has only one of that name.</summary>
    public static bool IsSingle(string name) => Single.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody should know of the first record with these columns.</summary>
    public static IEnumerable<string> Remarks(RecordValues values)
    {
        var layout = values.Layout;
        var texts = layout.Of("text").Where(place => Says(values, place)).Select(place => layout.Names[place]).Distinct().ToList();
        if (layout.Of("text").Count == 0 && layout.Of("title").Count > 0 && (values.IsRow || MayHoldText(values)))
            yield return "No column is known to hold what people wrote, so only titles are read. Where one does, say which with "
                + $"--column text=NAME; there are {Names(layout)}.";
        if (texts.Count > 1)
            yield return $"The text is read from '{texts[0]}'; {Quoted(texts.Skip(1))} is a field beside it, which guards do not read. "
                + "Where people wrote there, say so with --column text=NAME.";
        if (values.Conversations.Count > 0)
            yield return $"What is said in {Quoted(values.Conversations)} is not read, by guards neither. Where the person wrote there, "
                + "give it as 'turns': texts, or objects with text and author.";
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    // Another row may say something where this one does not.
    private static bool Says(RecordValues values, int place) =>
        values.IsRow || (values.At(place) is { } value && !VisibleText.IsBlank(value));

    // Whoever writes a sentence needs blanks.
    private static bool MayHoldText(RecordValues values) =>
        Enumerable
            .Range(0, values.Layout.Names.Count)
            .Any(place =>
                !values.Layout.Knows(place) && values.At(place) is { } value && value.Trim().Contains(' ', StringComparison.Ordinal)
            );

    /// <summary>Which column that somebody named is not there; null where all are.</summary>
    public static string? Misses(ColumnLayout layout, ColumnMap columns) =>
        columns.Given.FirstOrDefault(given => layout.Of(given.Key).Count == 0) is { Key: not null } missing
            ? NoColumn(missing, Names(layout))
            : null;

    /// <summary>That a column is not there.</summary>
    public static string NoColumn(KeyValuePair<string, string> given, string names) =>
        $"There is no column '{SafeText.Start(given.Value, MaxNameLength)}' for {given.Key}; there are {names}. "
        + $"Correct --column {given.Key}=NAME.";

    /// <summary>The columns, as far as they are shown.</summary>
    public static string Names(ColumnLayout layout) =>
        string.Join(
            ", ",
            layout.Names.Where(name => !VisibleText.IsBlank(name)).Take(MaxNames).Select(name => SafeText.Start(name, MaxNameLength))
        );

    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Complain(ColumnLayout layout, bool needsText)
    {
        if (
            Single.FirstOrDefault(own => layout.Names.Count(name => name.Equals(own, StringComparison.OrdinalIgnoreCase)) > 1) is
            { } repeated
        )
            return $"The column '{repeated}' occurs twice.";
        if (!needsText || layout.Of("text").Count + layout.Of("title").Count > 0)
            return null;
        return "This is neither JSON nor CSV with issues: the first line of CSV must name the columns, and none here is 'text' or 'title', "
            + $"or what ticket systems call them. Say which it is with --column text=NAME; it has {Names(layout)}.";
    }
}
