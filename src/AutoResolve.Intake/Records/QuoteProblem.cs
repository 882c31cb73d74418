using System.Globalization;
using System.Text;

namespace AutoResolve.Intake.Records;

/// <summary>Says what a quotation mark that does not fit has cost: the rows behind it were taken for part of its own.</summary>
internal static class QuoteProblem
{
    private const int ShownLength = 60;
    private const string Cure = "put the value in quotation marks, close them, and double those inside";

    /// <param name="raw">The row as it stands in the file, as UTF-8.</param>
    /// <param name="line">The line where it begins.</param>
    /// <param name="separator">What stands between values.</param>
    public static SourceRecord Of(ReadOnlySpan<byte> raw, int line, char separator)
    {
        var text = Encoding.UTF8.GetString(raw).TrimEnd('\r', '\n');
        var more = LineEnds.Count(text);
        if (more == 0)
            return SourceRecord.Bad(line, $"The quotation marks of this row do not fit: {Cure}.");
        var (begins, opening) = Opening(text, line, separator);
        return SourceRecord.Bad(
            begins,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A quotation mark of this row is not closed in it, so lines {line} to {line + more} were taken for one row, and none "
                    + $"of them "
                    + $"was read: {Cure}. The row is {SafeText.Start(opening, ShownLength)}"
            )
        );
    }

    // The line of the mark that is never closed, or behind whose end something stands.
    private static (int Line, string Text) Opening(string text, int line, char separator)
    {
        var opened = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (opened < 0)
            {
                opened = at;
                continue;
            }

            var next = at + 1;
            if (next < text.Length && text[next] == '"')
                at++;
            else if (next == text.Length || text[next] == separator || LineEnds.Is(text[next]))
                opened = -1;
            else
                break;
        }

        var before = text.AsSpan(0, Math.Max(opened, 0));
        var start = before.LastIndexOfAny('\r', '\n') + 1;
        return (line + LineEnds.Count(before), LineEnds.FirstLine(text.AsSpan(start)).ToString());
    }
}
