using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>What engines cost on workloads, a row each, and the same as figures.</summary>
internal sealed class TimingTable
{
    private readonly StringBuilder _rows;
    private readonly Dictionary<string, double> _figures = new(StringComparer.Ordinal);

    public TimingTable(string workload)
    {
        _rows = new StringBuilder($"| {workload} | engine | us an issue | AutoResolve in times of it | bytes | matches | characters |\n");
        _rows.Append("| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
    }

    public IReadOnlyDictionary<string, double> Figures => _figures;

    /// <summary>The time of AutoResolve in times of another engine's; of AutoResolve itself: microseconds.</summary>
    public static string FigureName(string workload, string engine) => $"{workload}, {engine}";

    /// <param name="name">Of the workload.</param>
    /// <param name="workload">Its rules and issues.</param>
    /// <param name="timings">AutoResolve first.</param>
    public void Add(string name, Workload workload, IReadOnlyList<Timing> timings)
    {
        var characters = Rounds.Median(workload.Issues.Select(issue => (double)issue.Text.Length));
        var matches = workload.MatchesOfAnIssue;
        foreach (var timing in timings)
        {
            var ratio = timings[0].InTimesOf(timing);
            _figures[FigureName(name, timing.Name)] = timing == timings[0] ? timing.Microseconds : ratio;
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {timing.Name} | {timing.Microseconds:N2} | {ratio:0.####} | {timing.Bytes:N0} | {matches:N1} "
                    + $"| {characters:N0} |"
            );

            // At once, for the rest may take long.
            if (!RunOptions.IsDry)
                Console.WriteLine(row);
            _rows.Append(row).Append('\n');
        }
    }

    public override string ToString() => _rows.ToString().TrimEnd();
}
