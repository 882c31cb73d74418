namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Something that is not the mean time of an operation. Chosen by <c>--filter</c> like a benchmark.</summary>
internal interface IMeasurement
{
    Measured Run();
}
