using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Benchmarks.Workloads.Other;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>The other workload by AutoResolve and what stands beside it, in the same rounds.</summary>
internal sealed class OtherMeasurement : IMeasurement
{
    private const string Own = "AutoResolve";

    public Measured Run()
    {
        var table = new StringBuilder("| rules | phrases | engine | us an issue | in times of AutoResolve | bytes an issue | matches |\n");
        table.Append("| ---: | --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var phrasesAreStrings in RunOptions.PhrasesAreStrings)
        {
            foreach (var rules in RunOptions.Rules)
                Measure(new OtherOptions(rules, phrasesAreStrings, RunOptions.Seed), table);
        }

        return new Measured(table.ToString().TrimEnd(), new Dictionary<string, double>());
    }

    private static void Measure(OtherOptions options, StringBuilder table)
    {
        var workload = OtherWorkload.Generate(options);
        Console.WriteLine(FormattableString.Invariant($"// {options}: {Describe(workload)}"));
        ITimed[] engines =
        [
            Timed(Own, new AutoResolveEngine(workload.Rules), workload),
            Timed("hand-written loop", new LoopEngine(workload.Rules), workload),
        ];
        var timings = Rounds.Run(engines, workload.Issues.Count);
        foreach (var timing in timings)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {options.Rules:N0} | {(options.PhrasesAreStrings ? "contains" : "words")} | {timing.Name} | {timing.Microseconds:N2} | "
            );
            table.Append(
                CultureInfo.InvariantCulture,
                $"{timing.InTimesOf(timings[0]):N2} | {timing.Bytes:N0} | {workload.MatchesOfAnIssue:N1} |\n"
            );
        }
    }

    private static TimedEngine Timed(string name, IEngine engine, Workload workload) =>
        new(name, Agreement.Check(engine, workload), workload.Issues);

    private static string Describe(Workload workload)
    {
        var lengths = workload.Issues.Select(issue => (double)issue.Text.Length).ToList();
        return FormattableString.Invariant(
            $"{lengths.Count} texts, median {Rounds.Median(lengths):0} and mean {lengths.Average():0} characters, {workload.MatchesOfAnIssue:0.0} matches"
        );
    }
}
