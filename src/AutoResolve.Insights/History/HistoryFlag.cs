namespace AutoResolve.Insights.History;

/// <summary>Yes and no as histories write them.</summary>
internal static class HistoryFlag
{
    public static bool TryRead(string text, out bool flag)
    {
        var word = text.ToUpperInvariant();
        flag = word is "TRUE" or "YES" or "Y" or "1" or "X" or "✓" or "✔";
        return flag || word is "FALSE" or "NO" or "N" or "0";
    }
}
