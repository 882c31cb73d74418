namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>An engine with rules and issues, whose time is taken.</summary>
internal interface ITimed : IDisposable
{
    string Name { get; }

    /// <returns>The numbers of the rules that hold for an issue.</returns>
    IEnumerable<int> Find(int issue);

    /// <summary>Finds the rules for every so many issues, from the first.</summary>
    Pass Run(int step);
}
