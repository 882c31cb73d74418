using System.Globalization;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>A promise about a figure.</summary>
/// <param name="Name">What is promised.</param>
/// <param name="Measured">The figure; null where it was not measured.</param>
/// <param name="Bound">What it must reach.</param>
/// <param name="IsLeast">Whether the bound is the least; else it is the most.</param>
internal sealed record Target(string Name, double? Measured, double Bound, bool IsLeast)
{
    /// <summary>Whether it needs what is not installed everywhere.</summary>
    public bool IsOptional { get; init; }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"| {Name} | {(IsLeast ? "at least" : "at most")} {Bound:#,0.##} | {Verdict} |");

    private string Verdict =>
        Measured is { } figure
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{figure:#,0.##} | {((IsLeast ? figure >= Bound : figure <= Bound) ? "yes" : "**no**")}"
            )
            : "not measured | ";
}
