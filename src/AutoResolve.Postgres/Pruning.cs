namespace AutoResolve.Postgres;

/// <summary>What was taken out of a journal.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Entries">How many entries of theirs.</param>
public sealed record Pruning(long Cases, long Entries);
