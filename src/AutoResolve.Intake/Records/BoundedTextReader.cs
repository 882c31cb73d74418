using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Records;

/// <summary>Text whose beginning was already read, and of which a reader may take only so much at a time.</summary>
internal sealed class BoundedTextReader(char[] head, TextReader rest) : TextReader
{
    private int _position;
    private long _left = long.MaxValue;

    /// <summary>Lets so many more characters be read.</summary>
    public void Allow(long characters) => _left = characters;

    public override int Peek() => _position < head.Length ? head[_position] : rest.Peek();

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <exception cref="BadIssueException">The allowance is used up.</exception>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (_left <= 0)
            throw new BadIssueException(
                $"This issue is longer than {RecordSource.MaxLength:N0} characters; the rest of the file was not read."
            );
        var room = buffer[..(int)Math.Min(buffer.Length, _left)];
        int read;
        if (_position < head.Length)
        {
            read = Math.Min(room.Length, head.Length - _position);
            head.AsSpan(_position, read).CopyTo(room);
            _position += read;
        }
        else
        {
            read = rest.Read(room);
        }

        _left -= read;
        return read;
    }
}
