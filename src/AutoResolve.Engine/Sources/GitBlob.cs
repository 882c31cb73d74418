namespace AutoResolve.Sources;

/// <summary>A file as git gives it: so many bytes, and a line end.</summary>
/// <param name="output">What git gives.</param>
/// <param name="length">How many bytes.</param>
/// <param name="closed">Called once: true where all has been read.</param>
internal sealed class GitBlob(Stream output, long length, Action<bool> closed) : Stream
{
    private long _read;
    private Action<bool>? _end = closed;

    public override bool CanRead => true;

    // The length is known.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = output.Read(buffer, offset, (int)Math.Min(count, length - _read));
        if (read == 0 && count > 0 && _read < length)
            throw new GitException("git ended before it had given all files.");
        _read += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _end, null) is { } end)
            end(_read == length && output.ReadByte() == '\n');
        base.Dispose(disposing);
    }
}
