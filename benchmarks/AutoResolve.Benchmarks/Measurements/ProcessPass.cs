namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What was done in one pass.</summary>
/// <param name="Count">How many calls ended.</param>
/// <param name="Seconds">How long all of them took together.</param>
/// <param name="Processor">The time of processors that this process used meanwhile; a database server's is not in it.</param>
/// <param name="Bytes">What this process allocated meanwhile.</param>
internal sealed record ProcessPass(long Count, double Seconds, TimeSpan Processor, long Bytes)
{
    /// <summary>Nothing yet.</summary>
    public static ProcessPass Empty { get; } = new(0, 0, TimeSpan.Zero, 0);

    public double PerSecond => Count / Seconds;

    public double Microseconds => Seconds / Count * 1e6;

    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Count;

    public double Kilobytes => (double)Bytes / Count / 1_024;

    public ProcessPass Plus(ProcessPass other) =>
        new(Count + other.Count, Seconds + other.Seconds, Processor + other.Processor, Bytes + other.Bytes);
}
