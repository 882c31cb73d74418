namespace AutoResolve.Benchmarks.Running;

/// <summary>Leaves a benchmark out where no PostgreSQL server is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsPostgresAttribute : Attribute;
