namespace AutoResolve.Intake.Records;

/// <summary>A stream whose first bytes are known.</summary>
/// <param name="Start">The first bytes; fewer where a pipe gave no more at first, or there are no more.</param>
/// <param name="Whole">All of it.</param>
internal sealed record StreamHead(ReadOnlyMemory<byte> Start, Stream Whole)
{
    private const int Length = 4096;

    // By these few, whatever a slow pipe gives first, the encoding is known.
    private const int Least = 8;

    /// <exception cref="IOException">It cannot be read.</exception>
    public static StreamHead Of(Stream stream)
    {
        var start = new byte[Length];
        var length = 0;
        while (length < Least && stream.Read(start, length, start.Length - length) is > 0 and var read)
            length += read;
        return new StreamHead(start.AsMemory(0, length), new PrefixedStream(start.AsMemory(0, length), stream));
    }
}
