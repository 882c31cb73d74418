namespace AutoResolve.Intake.History;

/// <summary>Tiers as histories write them: 2, Tier 2, tier_2, T2, Level 2, L2, II.</summary>
internal static class HistoryTier
{
    private static readonly string[] Words = ["tier", "level", "t", "l"];
    private static readonly string[] Roman = ["I", "II", "III"];

    public static bool TryRead(string text, out int tier)
    {
        var number = Array.Find(Words, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } prefix
            ? text[prefix.Length..].TrimStart(' ', '\u00A0', '-', '_', ':', '#')
            : text;
        tier = 1 + Array.FindIndex(Roman, numeral => numeral.Equals(number, StringComparison.OrdinalIgnoreCase));
        if (tier > 0)
            return true;
        if (!HistoryNumber.TryRead(number, out var value) || value is not (0 or 1 or 2 or 3))
            return false;
        tier = (int)value;
        return true;
    }
}
