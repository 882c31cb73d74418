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
        var names = string.Join(", ", layout.Names.Take(MaxNames).Select(name => SafeText.Start(name, MaxNameLength)));
        return "This is neither JSON nor CSV with issues: the first line of CSV must name the columns, and none here is 'text' or 'title', "
            + $"or what ticket systems call them. Say which it is with --column text=NAME; it has {names}.";
    }
}
