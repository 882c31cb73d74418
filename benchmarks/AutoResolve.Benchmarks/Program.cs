using AutoResolve.Benchmarks;
using AutoResolve.Benchmarks.Measurements;
using AutoResolve.Benchmarks.Measurements.Paths;
using AutoResolve.Benchmarks.Measurements.Workloads;
using AutoResolve.Benchmarks.Reports;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Running;

if (ColdStart.TryRun(args))
    return 0;
var arguments = RunOptions.Read(args);
var classes = typeof(Program)
    .Assembly.GetTypes()
    .Where(type => type.Name.EndsWith("Benchmarks", StringComparison.Ordinal) && !type.IsAbstract);
if (!Corpus.IsGiven)
{
    Console.WriteLine($"// {nameof(CorpusBenchmarks)} is left out: give the folder of the rule corpus with --corpus.");
    classes = classes.Where(type => type != typeof(CorpusBenchmarks));
}

var summaries = BenchmarkSwitcher.FromTypes([.. classes]).Run(arguments, new BenchmarkConfig()).ToList();
var measurements = new Dictionary<string, Measured>();
IMeasurement[] all =
[
    new MemoryMeasurement(),
    new ReloadMeasurement(),
    new ReportMeasurement(),
    new ProcessMeasurement(),
    new PathMeasurement(),
    new SpellingMeasurement(),
    new WordingMeasurement(),
    new WorkMeasurement(),
    new OtherMeasurement(),
    new ShapesMeasurement(),
    new ThreadsMeasurement(),
];
foreach (var measurement in all.Where(measurement => RunOptions.Takes(arguments, measurement.GetType())))
{
    var measured = measurement.Run();
    measurements.Add(measurement.GetType().Name, measured);
    Console.WriteLine(RunOptions.IsDry ? $"// {measurement.GetType().Name} runs" : $"// {measurement.GetType().Name}\n{measured.Table}\n");
    foreach (var bar in measured.Missed)
        Console.WriteLine($"bar missed: {bar}");
}

if (RunOptions.WritesResults)
    ResultFiles.Write(new Run(summaries, measurements));

// A benchmark whose set-up failed has no result; so that a disagreement fails the build.
return
    measurements.Values.Any(measured => measured.Missed.Count > 0)
    || summaries.Exists(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
    ? 1
    : 0;
