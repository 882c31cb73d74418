using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace AutoResolve.Benchmarks.Running;

/// <summary>Keeps to <see cref="MaxRulesAttribute"/>.</summary>
internal sealed class MaxRulesFilter : IFilter
{
    public bool Predicate(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<MaxRulesAttribute>() is not { } most
        || Convert.ToInt32(benchmarkCase.Parameters["N"], CultureInfo.InvariantCulture) <= most.Rules;
}
