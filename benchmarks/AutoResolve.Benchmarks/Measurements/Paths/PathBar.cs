using System.Globalization;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>A promise about the paths.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Most">What it may be at most.</param>
internal sealed record PathBar(string What, double Measured, double Most)
{
    public bool IsMissed => Measured > Most;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"| {What} | {Most:#,0.#} | {Measured:#,0.0} | {(IsMissed ? "**no**" : "yes")} |");
}
