using System.Globalization;

namespace AutoResolve.Intake.History;

/// <summary>Numbers as histories write them.</summary>
internal static class HistoryNumber
{
    private const int Thousands = 3;

    public static bool TryRead(string text, out double number)
    {
        if (IsDecimalComma(text))
            text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    // Of 1,500 nobody can tell whether it is one and a half.
    private static bool IsDecimalComma(string text) =>
        text.Split(',') is [var whole, var part] && (part.Length != Thousands || whole.TrimStart('-', '+') == "0");
}
