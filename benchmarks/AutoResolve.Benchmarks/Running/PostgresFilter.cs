using System.Reflection;
using AutoResolve.Postgres.Tests;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace AutoResolve.Benchmarks.Running;

/// <summary>Keeps to <see cref="NeedsPostgresAttribute"/>.</summary>
internal sealed class PostgresFilter : IFilter
{
    private static readonly bool IsInstalled = PostgresPrograms.Find() is not null;

    public bool Predicate(BenchmarkCase benchmarkCase) =>
        IsInstalled || benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<NeedsPostgresAttribute>() is null;
}
