namespace AutoResolve.Intake.History;

/// <summary>Yes and no as histories write them. A number, such as how often an issue was passed on, is yes above nought.</summary>
internal static class HistoryFlag
{
    public static bool TryRead(string text, out bool flag)
    {
        var word = text.ToUpperInvariant();
        var isNumber = HistoryNumber.TryRead(text, out var number) && number >= 0;
        flag = word is "TRUE" or "YES" or "Y" or "X" or "✓" or "✔" || (isNumber && number > 0);
        return flag || isNumber || word is "FALSE" or "NO" or "N";
    }
}
