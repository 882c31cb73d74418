using System.Buffers;
using System.Globalization;
using System.Text;

namespace AutoResolve.Intake.Records;

/// <summary>Reads UTF-8 as far as it is that, by whole lines; then says where it is none and what it looks like.</summary>
/// <param name="stream">Is left open.</param>
internal sealed class Utf8Reader(Stream stream) : TextReader
{
    private const int Length = 16 * 1024;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly byte[] _bytes = new byte[Length];
    private readonly char[] _chars = new char[Length];
    private int _kept;
    private int _position;
    private int _length;
    private int _lines = 1;
    private bool _atStart = true;
    private bool _atEnd;

    /// <summary>Why the text ends before the bytes do; null where it does not.</summary>
    public NotText? Problem { get; private set; }

    public override int Peek() => Fill() ? _chars[_position] : -1;

    public override int Read() => Fill() ? _chars[_position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || !Fill())
            return 0;
        var length = Math.Min(buffer.Length, _length - _position);
        _chars.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }

    private bool Fill()
    {
        while (_position == _length)
        {
            if (_atEnd || Problem is not null)
                return false;
            Decode();
        }

        return true;
    }

    private void Decode()
    {
        var read = stream.Read(_bytes, _kept, _bytes.Length - _kept);
        _atEnd = read == 0;
        var bytes = _bytes.AsSpan(0, _kept + read);
        if (_atStart && bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        _atStart &= read == 0;
        var status = System.Text.Unicode.Utf8.ToUtf16(bytes, _chars, out var used, out var written, replaceInvalidSequences: false, _atEnd);
        (_position, _length) = (0, written);
        if (status == OperationStatus.InvalidData)
        {
            Problem = Explain(bytes[..used], bytes[used..]);
            _length = _chars.AsSpan(0, written).LastIndexOf('\n') + 1;
        }

        _lines += bytes[..used].Count((byte)'\n');
        bytes[used..].CopyTo(_bytes);
        _kept = bytes.Length - used;
    }

    private NotText Explain(ReadOnlySpan<byte> before, ReadOnlySpan<byte> rest)
    {
        if (before.Contains((byte)0) || rest.Contains((byte)0))
            return new NotText(0, "This is not a text file.");
        var line = _lines + before.Count((byte)'\n');
        var letter = Windows.GetString(rest[..1])[0];
        var looks = char.IsControl(letter)
            ? "no encoding is certain; say it with --encoding"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"it looks like Windows-1252, in which it is '{letter}'. Save the file as UTF-8 (in Excel as 'CSV UTF-8'), or say "
                    + $"--encoding windows-1252"
            );
        return new NotText(
            line,
            string.Create(
                CultureInfo.InvariantCulture,
                $"This is not UTF-8: line {line} has the byte 0x{rest[0]:X2}; {looks}. What follows was not read."
            )
        );
    }
}
