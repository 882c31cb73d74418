namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>What an issue costs with one engine.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Microseconds">The median of all rounds.</param>
/// <param name="Bytes">What was allocated for it; the median.</param>
/// <param name="Rounds">Microseconds in each round.</param>
internal sealed record Timing(string Name, double Microseconds, double Bytes, IReadOnlyList<double> Rounds)
{
    /// <returns>The median of this time in times of another, round by round.</returns>
    public double InTimesOf(Timing other) => Measurements.Workloads.Rounds.Median(Rounds.Zip(other.Rounds, (own, others) => own / others));
}
