using System.Text;

namespace AutoResolve.Intake.Records;

/// <summary>Reads lines, and skips what is longer than a line may be without holding it in memory.</summary>
internal sealed class BoundedLineReader(TextReader reader, int maxLength)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _length;

    /// <summary>The line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line read last was too long; what was returned is only its start.</summary>
    public bool TooLong { get; private set; }

    /// <returns>The next line without its end; null at the end.</returns>
    public string? Next()
    {
        _line.Clear();
        TooLong = false;
        var any = false;
        while (Fill())
        {
            any = true;
            var span = _buffer.AsSpan(_position, _length - _position);
            var end = span.IndexOf('\n');
            Append(end < 0 ? span : span[..end]);
            _position += end < 0 ? span.Length : end + 1;
            if (end >= 0)
                break;
        }

        if (!any)
            return null;
        Number++;
        return _line.Length > 0 && _line[^1] == '\r' ? _line.ToString(0, _line.Length - 1) : _line.ToString();
    }

    private bool Fill()
    {
        if (_position < _length)
            return true;
        _position = 0;
        _length = reader.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var room = maxLength - _line.Length;
        TooLong |= text.Length > room;
        _line.Append(text[..Math.Min(room, text.Length)]);
    }
}
