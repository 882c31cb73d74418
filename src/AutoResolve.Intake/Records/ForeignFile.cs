namespace AutoResolve.Intake.Records;

/// <summary>Knows files that hold no text by their first bytes, so that a reader is told what they are.</summary>
internal static class ForeignFile
{
    private const string AsCsv = "Open it and save it as CSV (in Excel as 'CSV UTF-8'), or export the issues as CSV or JSON.";

    private static readonly (byte[] Start, string What)[] Known =
    [
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            $"This looks like a workbook of an old Excel (.xls), or one with a password. Save it as .xlsx without one, or as 'CSV UTF-8'."
        ),
        ([.. "PK"u8, 3, 4], $"This is a ZIP archive, or a document of an office program. Unpack an archive. Of a document: {AsCsv}"),
        ([.. "PK"u8, 5, 6], "This is a ZIP archive with nothing in it."),
        ([0x1F, 0x8B], "This is compressed (gzip). Unpack it first."),
        ([.. "BZh"u8], "This is compressed (bzip2). Unpack it first."),
        ([0xFD, .. "7zXZ"u8], "This is compressed (xz). Unpack it first."),
        ([0x28, 0xB5, 0x2F, 0xFD], "This is compressed (zstd). Unpack it first."),
        ([.. "%PDF"u8], "This is a PDF. Export the issues as CSV or JSON."),
        ([.. "SQLite format 3"u8], "This is a database. If it is a journal, say so with --journal."),
        ([.. "PAR1"u8], "This is a Parquet file. Export the issues as CSV or JSON."),
        ([.. "{\\rtf"u8], $"This is a document of a word processor (RTF). {AsCsv}"),
        ([.. "<?xml"u8], "This is XML. Export the issues as CSV or JSON."),
        ([.. "<!DOCTYPE"u8], "This is a web page; perhaps the export asked for a password. Export the issues as CSV or JSON."),
        ([.. "<html"u8], "This is a web page; perhaps the export asked for a password. Export the issues as CSV or JSON."),
        ([.. "<rss"u8], "This is XML. Export the issues as CSV or JSON."),
    ];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <returns>What it is and what to do; null where it may be text.</returns>
    public static string? Explain(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Utf8Mark))
            start = start[Utf8Mark.Length..];
        start = start.TrimStart(" \t\r\n"u8);
        foreach (var (sign, what) in Known)
        {
            if (start.StartsWith(sign))
                return what;
        }

        return null;
    }

    // What is first in a workbook is the list of its parts, or one of its folders.
    public static bool IsWorkbook(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\u0003\u0004"u8)
        && (start.IndexOf("[Content_Types].xml"u8) >= 0 || start.IndexOf("xl/"u8) >= 0 || start.IndexOf("_rels/"u8) >= 0)
        && start.IndexOf("word/"u8) < 0
        && start.IndexOf("ppt/"u8) < 0;
}
