using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using Perfolizer.Horology;

namespace AutoResolve.Benchmarks.Running;

/// <summary>How all benchmarks run: short iterations, enough of them, and allocations.</summary>
internal sealed class BenchmarkConfig : ManualConfig
{
    private const int Iterations = 7;
    private const int Milliseconds = 200;

    public BenchmarkConfig()
    {
        Add(DefaultConfig.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddFilter(new MaxRulesFilter());
        AddFilter(new PostgresFilter());
        HideColumns(Column.Error, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);
        WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Value).WithMaxParameterColumnWidth(40));
        WithOptions(ConfigOptions.StopOnFirstError);

        // The command line brings the job of a dry run.
        if (!RunOptions.IsDry)
            AddJob(
                Job.Default.WithId("Short")
                    .WithWarmupCount(3)
                    .WithIterationCount(Iterations)
                    .WithIterationTime(TimeInterval.FromMilliseconds(Milliseconds))
            );
    }
}
