using AutoResolve.Benchmarks.Running;
using BenchmarkDotNet.Running;

var arguments = RunOptions.Read(args);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, new BenchmarkConfig());
