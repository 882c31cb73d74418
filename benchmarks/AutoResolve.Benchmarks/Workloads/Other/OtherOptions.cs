namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>What the other workload is made from.</summary>
/// <param name="Rules">How many rules.</param>
/// <param name="PhrasesAreStrings">Whether phrases are searched by <c>contains</c>; else by <c>anyOf</c>, as words.</param>
/// <param name="Seed">Of words, rules and texts.</param>
internal sealed record OtherOptions(int Rules, bool PhrasesAreStrings, int Seed);
