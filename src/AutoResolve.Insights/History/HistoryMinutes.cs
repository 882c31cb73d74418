namespace AutoResolve.Insights.History;

/// <summary>Minutes as histories write them, with or without the word.</summary>
internal static class HistoryMinutes
{
    private const double Most = 100_000;

    private static readonly string[] Words = ["minutes", "minute", "mins", "min"];

    public static bool TryRead(string text, out double minutes)
    {
        var number = text.TrimEnd('.');
        if (Array.Find(Words, word => number.EndsWith(word, StringComparison.OrdinalIgnoreCase)) is { } unit)
            number = number[..^unit.Length].TrimEnd();
        return HistoryNumber.TryRead(number, out minutes) && minutes is >= 0 and <= Most;
    }
}
