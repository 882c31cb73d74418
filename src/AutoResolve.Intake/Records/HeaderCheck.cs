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

    /// <summary>What somebody should know of the columns; null where nothing is to be said.</summary>
    public static string? Remark(ColumnLayout layout, bool needsText) =>
        needsText && layout.Of("text").Count == 0 && layout.Of("title").Count > 0
            ? "No column is known to hold what people wrote, so only titles are read. Where one does, say which with --column text=NAME; "
                + $"there are {Names(layout)}."
            : null;

    /// <summary>What else may hold what people wrote, and is not read as that; null where nothing does.</summary>
    public static string? Besides(ColumnLayout layout, bool needsText)
    {
        var names = needsText ? layout.Of("text").Select(place => layout.Names[place]).Distinct().ToList() : [];
        return names.Count > 1
            ? $"The text is read from '{names[0]}'; {string.Join(", ", names.Skip(1).Select(name => $"'{name}'"))} is a field beside it, "
                + "which guards do not read. Where people wrote there, say so with --column text=NAME."
            : null;
    }

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
