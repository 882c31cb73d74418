using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace AutoResolve.Benchmarks.Running;

/// <summary>Keeps to <see cref="MostRulesAttribute"/>.</summary>
internal sealed class MostRulesFilter : IFilter
{
    public bool Predicate(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<MostRulesAttribute>() is not { } most
        || Convert.ToInt32(benchmarkCase.Parameters["N"], CultureInfo.InvariantCulture) <= most.Rules;
}
