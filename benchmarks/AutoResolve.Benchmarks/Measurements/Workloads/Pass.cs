namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>What finding the rules of some issues took, in time of the processor: others may have it in between.</summary>
internal readonly record struct Pass(int Issues, double Microseconds, long Bytes);
