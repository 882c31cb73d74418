using System.Globalization;

namespace AutoResolve;

/// <summary>The id of an issue for a log: whoever sends issues chooses it, so that it might look like lines of the log.</summary>
internal static class LogId
{
    private const int MaxLength = 200;

    /// <summary>The same string where it is short and stands on one line.</summary>
    public static string Of(string id)
    {
        var shown = id.Length > MaxLength ? $"{id.AsSpan(0, MaxLength)}…" : id;
        return shown.Any(IsUnsafe) ? string.Concat(shown.Select(Shown)) : shown;
    }

    private static string Shown(char character) =>
        IsUnsafe(character) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}") : $"{character}";

    // What ends a line, drives a terminal or turns the direction of text.
    private static bool IsUnsafe(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
