using System.Globalization;
using System.Text;

namespace AutoResolve.Shared.Text;

/// <summary>Tables as CSV for spreadsheets.</summary>
internal static class CsvTable
{
    // Spreadsheets take a cell for a formula that begins so, also in full width, and also behind spaces.
    private const string Formulas = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    // An apostrophe makes it text. All cells are quoted, so that a separator of another country splits none.
    private static string Cell(string value)
    {
        var safe = IsFormula(value) ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsFormula(string value) =>
        value.Length > 0
        && (char.IsControl(value[0]) || value.AsSpan().TrimStart() is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal))
        && !double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
