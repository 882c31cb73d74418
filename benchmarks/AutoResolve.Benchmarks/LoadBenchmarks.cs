using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks;

/// <summary>The cost of loading the shipped rulebook, against only parsing its JSON.</summary>
public class LoadBenchmarks
{
    private string[] _files = [];

    [GlobalSetup]
    public void Find() => _files = Directory.GetFiles(ShippedRulebook.Folder, "*.json", SearchOption.AllDirectories);

    [Benchmark(Baseline = true)]
    public int ParseJson() => _files.Sum(file => JToken.Parse(File.ReadAllText(file)).Count());

    [Benchmark]
    public int Load() => Rulebook.Load(ShippedRulebook.Folder).Rules.Count;
}
