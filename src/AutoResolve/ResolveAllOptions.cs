namespace AutoResolve;

/// <summary>How many issues are decided at once, and in which order they come out.</summary>
public sealed class ResolveAllOptions
{
    /// <summary>How many threads decide issues.</summary>
    /// <value>Default: the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>Whether resolutions come in the order of their issues. Else each group of issues comes as soon as it is decided.</summary>
    /// <value>Default: false.</value>
    public bool KeepOrder { get; init; }
}
