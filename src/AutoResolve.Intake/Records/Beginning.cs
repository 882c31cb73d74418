namespace AutoResolve.Intake.Records;

/// <summary>The beginning of a text, by which its format is found out.</summary>
internal static class Beginning
{
    /// <summary>The problem of an empty file.</summary>
    public const string Nothing = "There is nothing in it.";

    private const int Length = 64 * 1024;

    /// <returns>The beginning; null where there is nothing, or no text, and why.</returns>
    public static (char[]? Start, string? Problem) Of(TextReader reader)
    {
        var start = new char[Length];
        var length = Read(reader, start);
        var text = start.AsSpan(0, length);
        if (text.Contains('\0'))
            return (null, "This is not a text file.");
        return text.IsWhiteSpace() && length < Length ? (null, Nothing) : (text.ToArray(), null);
    }

    // A pipe may give little at a time; the first line is enough to know the format, and waiting for more would hold back a slow source.
    private static int Read(TextReader reader, char[] start)
    {
        var length = 0;
        while (length < start.Length)
        {
            var read = reader.Read(start, length, start.Length - length);
            length += read;
            if (read == 0 || start.AsSpan(0, length).TrimStart().Contains('\n'))
                break;
        }

        return length;
    }
}
