using System.Text;

namespace AutoResolve.Intake.Records;

/// <summary>Finds out how the letters of a file are written, and reads them.</summary>
internal static class TextOpening
{
    // Of text in UTF-16 most letters have one byte that is nought; of half of them in the same place that is certain.
    private const double Certain = 0.5;

    /// <param name="head">The file.</param>
    /// <param name="given">The encoding; null where it is to be found out.</param>
    public static TextReader Open(StreamHead head, Encoding? given)
    {
        if (given is not null and not UTF8Encoding)
            return new StreamReader(head.Whole, given, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = head.Start.Span;
        if (MarkOf(start) is { } marked)
            return new StreamReader(head.Whole, marked, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Utf16Of(start) is { } wide
            ? new StreamReader(head.Whole, wide, detectEncodingFromByteOrderMarks: false, leaveOpen: true)
            : new Utf8Reader(head.Whole);
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF32.Preamble))
            return Encoding.UTF32;
        if (start.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode;
        return start.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> start)
    {
        var pairs = start.Length / 2;
        var (first, second) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            first += start[pair * 2] == 0 ? 1 : 0;
            second += start[(pair * 2) + 1] == 0 ? 1 : 0;
        }

        if (second >= pairs * Certain && first == 0 && pairs > 0)
            return Encoding.Unicode;
        return first >= pairs * Certain && second == 0 && pairs > 0 ? Encoding.BigEndianUnicode : null;
    }
}
