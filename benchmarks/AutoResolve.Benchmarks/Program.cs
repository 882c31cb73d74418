using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Running;

var arguments = RunOptions.Read(args);
var classes = typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Benchmarks", StringComparison.Ordinal) && !type.IsAbstract);
if (!Corpus.IsGiven)
{
    Console.WriteLine("// CorpusBenchmarks is left out: give the folder of the rule corpus with --corpus.");
    classes = classes.Where(type => type != typeof(AutoResolve.Benchmarks.CorpusBenchmarks));
}

BenchmarkSwitcher.FromTypes([.. classes]).Run(arguments, new BenchmarkConfig());
