using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Benchmarks;

/// <summary>Deciding a stream of issues on one thread and on two; the time is that of one issue.</summary>
public class ResolveAllBenchmarks
{
    private const int Issues = 20_000;

    private string _folder = "";
    private ServiceProvider _services = null!;
    private IIssueResolver _resolver = null!;
    private Issue[] _issues = [];

    [GlobalSetup]
    public void Load()
    {
        var workload = Workload.Generate(RuleCounts.Medium);
        _folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        RuleFiles.Write(workload.Rules, _folder);
        _services = new ServiceCollection()
            .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (_folder, false))
            .Services.BuildServiceProvider();
        _resolver = _services.GetRequiredService<IIssueResolver>();
        _issues = [.. Enumerable.Range(0, Issues).Select(number => workload.Issues[number % workload.Issues.Count])];
    }

    [GlobalCleanup]
    public void Delete()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Issues)]
    public Task<int> OneThread() => ResolveAllAsync(threads: 1);

    [Benchmark(OperationsPerInvoke = Issues)]
    public Task<int> TwoThreads() => ResolveAllAsync(threads: 2);

    [Benchmark(OperationsPerInvoke = Issues)]
    public Task<int> TwoThreadsInOrder() => ResolveAllAsync(threads: 2, keepOrder: true);

    private async Task<int> ResolveAllAsync(int threads, bool keepOrder = false)
    {
        var resolved = 0;
        var options = new ResolveAllOptions { MaxDegreeOfParallelism = threads, KeepOrder = keepOrder };
        await foreach (var resolution in _resolver.ResolveAllAsync(_issues.ToAsyncEnumerable(), options))
            resolved += resolution.Outcome == Outcome.Ignored ? 0 : 1;
        return resolved;
    }
}
