using AutoResolve.Decisions.Signatures;

namespace AutoResolve;

/// <summary>What a rulebook is loaded for, as its users cannot set it.</summary>
internal sealed record LoadTerms
{
    /// <summary>The handlers that the host has registered, with their parameters.</summary>
    public IReadOnlyList<ActionSignature> Handlers { get; init; } = [];

    /// <summary>Whether rules may name any handler: who reads the rules of a host elsewhere does not have its handlers.</summary>
    public bool AnyHandler { get; init; }

    /// <summary>Whether rules act whatever their status, retired ones apart: what would they do?</summary>
    public bool OnTrial { get; init; }

    /// <summary>Whether the rulebook holds on to its files until they are in a journal.</summary>
    public bool KeepFiles { get; init; }

    /// <summary>How many threads may work on it.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;
}
