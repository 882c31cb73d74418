using System.Globalization;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>A row of the table: one kind of work on one store with so many calls in flight, pass by pass.</summary>
/// <param name="Store">The store.</param>
/// <param name="Work">The work.</param>
/// <param name="InFlight">How many calls are in flight.</param>
/// <param name="Bare">What it is compared with, pass by pass; null where there is nothing.</param>
/// <param name="OpenAsync">Begins the work on what is new and has that name.</param>
internal sealed record ProcessCell(string Store, string Work, int InFlight, ProcessCell? Bare, Func<string, Task<IProcessWork>> OpenAsync)
{
    /// <summary>The passes that count.</summary>
    public List<ProcessPass> Passes { get; } = [];

    /// <summary>Its time in times of a bare insert's in the same pass.</summary>
    public double? Ratio => Bare is null ? null : Median(Passes.Zip(Bare.Passes, (own, bare) => own.Microseconds / bare.Microseconds));

    /// <summary>The same of the fastest passes of both, which other work on the machine disturbed least.</summary>
    public double? FastestRatio => Bare?.Fastest / Fastest;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Store} | {Work} | {InFlight} | {Of(pass => pass.PerSecond):N0} | {Slowest:N0} to {Fastest:N0} "
                + $"| {Of(pass => pass.Microseconds):N1} | {Of(pass => pass.ProcessorMicroseconds):N1} | {Of(pass => pass.Kilobytes):N1} "
                + $"| {Ratio:N2} | {FastestRatio:N2} |"
        );

    private double Slowest => Passes.Min(pass => pass.PerSecond);

    private double Fastest => Passes.Max(pass => pass.PerSecond);

    private double Of(Func<ProcessPass, double> figure) => Median(Passes.Select(figure));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
