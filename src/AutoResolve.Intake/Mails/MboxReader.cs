namespace AutoResolve.Intake.Mails;

/// <summary>
/// The mails of an .mbox file, one at a time. Each stands below a line "From ", which has a date, and above which there is a blank line or
/// nothing: without these it is a line of somebody's text. ">From " in a text is "From " with a mark against that (mboxrd).
/// </summary>
/// <param name="stream">The file; it stays open.</param>
/// <param name="maxLength">The most bytes that a mail may have.</param>
internal sealed class MboxReader(Stream stream, int maxLength)
{
    // As much of a line as is looked at.
    private const int HeadLength = 200;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _position;
    private int _length;

    private static ReadOnlySpan<byte> From => "From "u8;

    /// <summary>The mail read last, without the line above it.</summary>
    public MemoryStream Mail { get; private set; } = new();

    /// <summary>Whether it was longer than a mail may be; then not all of it is kept.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads up to the first mail.</summary>
    /// <returns>False where something else stands first, or nothing.</returns>
    public bool Begin()
    {
        while (LookAtLine() is { IsEmpty: false } line)
        {
            var isFirst = IsSeparator(line);
            if (!isFirst && !IsBlank(line))
                return false;
            TakeLine(null);
            if (isFirst)
                return true;
        }

        return false;
    }

    /// <summary>Reads the mail below the line that was found last.</summary>
    /// <returns>Whether another one follows.</returns>
    public bool ReadMail()
    {
        Mail = new MemoryStream();
        IsTooLong = false;
        var isBelowBlank = true;
        while (LookAtLine() is { IsEmpty: false } line)
        {
            if (isBelowBlank && IsSeparator(line))
            {
                TakeLine(null);
                break;
            }

            isBelowBlank = IsBlank(line);
            if (IsMarked(line))
                _position++;
            TakeLine(Mail);
        }

        Mail.Position = 0;
        return _position < _length || Fill();
    }

    // The beginning of the next line, with its end if that is near; nothing at the end of the file.
    private ReadOnlySpan<byte> LookAtLine()
    {
        while (_length - _position < HeadLength && !_buffer.AsSpan(_position, _length - _position).Contains((byte)'\n') && Fill())
            continue;
        var head = _buffer.AsSpan(_position, Math.Min(HeadLength, _length - _position));
        return head.IndexOf((byte)'\n') is >= 0 and var end ? head[..(end + 1)] : head;
    }

    private void TakeLine(MemoryStream? into)
    {
        bool isWhole;
        do
        {
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOf((byte)'\n');
            isWhole = end >= 0;
            var taken = isWhole ? rest[..(end + 1)] : rest;
            if (into?.Length + taken.Length > maxLength)
                IsTooLong = true;
            else
                into?.Write(taken);
            _position += taken.Length;
        } while (!isWhole && Fill());
    }

    private bool Fill()
    {
        _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
        (_position, _length) = (0, _length - _position);
        var read = stream.Read(_buffer, _length, _buffer.Length - _length);
        _length += read;
        return read > 0;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept("\r\n \t"u8) < 0;

    private static bool IsMarked(ReadOnlySpan<byte> line) =>
        line.TrimStart((byte)'>') is var rest && rest.Length < line.Length && rest.StartsWith(From);

    // "From jane@x.example Mon Nov  2 10:11:12 2026": a time and a year.
    private static bool IsSeparator(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(From))
            return false;
        var (run, hasTime, hasYear) = (0, false, false);
        for (var at = From.Length; at < line.Length; at++)
        {
            if (char.IsAsciiDigit((char)line[at]))
            {
                run++;
                continue;
            }

            hasTime |= run is 1 or 2 && line[at] == ':';
            hasYear |= run == 4;
            run = 0;
        }

        return hasTime && (hasYear || run == 4);
    }
}
