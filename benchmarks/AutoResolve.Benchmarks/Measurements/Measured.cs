namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What a measurement found: a Markdown table for people, and figures by name for the table of targets.</summary>
internal sealed record Measured(string Table, IReadOnlyDictionary<string, double> Figures);
