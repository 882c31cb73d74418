using AutoResolve.Benchmarks.Measurements;
using BenchmarkDotNet.Reports;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>All that one run measured.</summary>
internal sealed class Run(IReadOnlyList<Summary> summaries, IReadOnlyDictionary<string, Measured> measurements)
{
    public IReadOnlyList<Summary> Summaries => summaries;

    public IReadOnlyDictionary<string, Measured> Measurements => measurements;

    /// <returns>Nanoseconds of one operation; null where it was not measured.</returns>
    public double? Time(string type, string method, object? parameter = null) => Find(type, method, parameter)?.ResultStatistics?.Mean;

    public double? Bytes(string type, string method, object? parameter = null) =>
        Find(type, method, parameter) is { } report ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) : null;

    public double? Figure(string measurement, string name) =>
        measurements.TryGetValue(measurement, out var measured) && measured.Figures.TryGetValue(name, out var figure) ? figure : null;

    /// <returns>The slowest of a class, as a multiple of its baseline.</returns>
    public double? WorstRatio(string type, string baseline) =>
        Summary(type) is { } summary ? summary.Reports.Max(report => report.ResultStatistics?.Mean) / Time(type, baseline) : null;

    private BenchmarkReport? Find(string type, string method, object? parameter) =>
        Summary(type)
            ?.Reports.FirstOrDefault(report =>
                report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
                && (parameter is null || report.BenchmarkCase.Parameters.Items.Any(item => Equals(item.Value, parameter)))
            );

    private Summary? Summary(string type) => summaries.FirstOrDefault(summary => TypeOf(summary) == type);

    public static string TypeOf(Summary summary) => summary.BenchmarksCases[0].Descriptor.Type.Name;
}
