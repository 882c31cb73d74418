using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.History;

/// <summary>The unit of a column of times.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PerMinute">How many of it are a minute.</param>
internal sealed record HistoryUnit(string Name, double PerMinute)
{
    public static readonly HistoryUnit Seconds = new("seconds", 60);
    public static readonly HistoryUnit Minutes = new("minutes", 1);
    public static readonly HistoryUnit Hours = new("hours", 1.0 / 60);
    public static readonly HistoryUnit Days = new("days", 1.0 / 1440);

    private static readonly (HistoryUnit Unit, string[] Words)[] Units =
    [
        (Seconds, ["seconds", "second", "secs", "sec", "s"]),
        (Minutes, ["minutes", "minute", "mins", "min", "m"]),
        (Hours, ["hours", "hour", "hrs", "hr", "h"]),
        (Days, ["days", "day", "d"]),
    ];

    // ServiceNow exports these in seconds, whatever its pages show; the last is of Jira.
    private static readonly string[] InSeconds = ["businessduration", "calendarduration", "businessstc", "calendarstc", "timespent"];

    private static readonly char[] BetweenWords = ['_', '-', ' ', '(', ')', '[', ']', '.'];

    /// <returns>Null where the word is no unit.</returns>
    public static HistoryUnit? OfWord(string word) =>
        Array.Find(Units, unit => unit.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Unit;

    /// <returns>The unit that the name of a column says; null where it says none.</returns>
    public static HistoryUnit? OfName(string column) =>
        InSeconds.Contains(ColumnData.Fold(column))
            ? Seconds
            : Words(column).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries).Select(OfWord).OfType<HistoryUnit>().LastOrDefault();

    // handlingMinutes is two words.
    private static string Words(string column) =>
        string.Concat(
            column.Select((letter, at) => at > 0 && char.IsUpper(letter) && char.IsLower(column[at - 1]) ? $" {letter}" : $"{letter}")
        );

    /// <summary>Takes the unit from behind the name of a column, as in <c>Effort:hours</c>.</summary>
    public static string Split(string column, out HistoryUnit? unit)
    {
        var colon = column.LastIndexOf(':');
        unit = colon > 0 ? OfWord(column[(colon + 1)..]) : null;
        return unit is null ? column : column[..colon];
    }
}
