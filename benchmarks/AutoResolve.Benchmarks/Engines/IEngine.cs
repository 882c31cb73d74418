namespace AutoResolve.Benchmarks.Engines;

/// <summary>Something that finds the rules which hold for an issue.</summary>
internal interface IEngine
{
    /// <returns>How many rules hold.</returns>
    int Find(Issue issue);

    /// <summary>The numbers of the rules that the last <see cref="Find"/> found.</summary>
    IEnumerable<int> Found { get; }
}
