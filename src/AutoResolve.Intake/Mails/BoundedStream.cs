using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Mails;

/// <summary>A stream of which a reader may take only so much at a time. It leaves the stream open.</summary>
internal sealed class BoundedStream(Stream stream) : Stream
{
    private long _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Lets so many more bytes be read.</summary>
    public void Allow(long bytes) => _left = bytes;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BadIssueException">The allowance is used up.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_left <= 0)
            throw new BadIssueException("It is too long.");
        var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
