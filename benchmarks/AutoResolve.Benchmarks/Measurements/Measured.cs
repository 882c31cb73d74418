namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What a measurement found: a Markdown table for people, and figures by name for the table of targets.</summary>
internal sealed record Measured(string Table, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>The bars that were missed, in words.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}
