using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>What is looked for besides matches.</summary>
internal sealed record NearMissQuery
{
    /// <summary>The most near misses that are found.</summary>
    public required int MaxMisses { get; init; }

    /// <summary>The most rules that are looked at for near misses, and as many for what is left out.</summary>
    public required int MaxCandidates { get; init; }

    /// <summary>The rules that match or may match.</summary>
    public required IReadOnlyList<RuleMatch> Matches { get; init; }

    /// <summary>Whether an active rule may act today, for this issue.</summary>
    public required Predicate<CompiledRule> MayAct { get; init; }

    /// <summary>The first part of the types that come first; null where none do.</summary>
    public string? Topic { get; init; }

    /// <summary>How much what holds must tell: 0 for anything, 1 for more than words that any text has.</summary>
    public int MinTelling { get; init; }

    /// <summary>Whether drafts and rules out of their scope are looked for, too.</summary>
    public bool WithLeftOut { get; init; }
}

/// <summary>What was found besides matches.</summary>
/// <param name="Misses">Rules that miss by one condition, best first.</param>
/// <param name="LeftOut">Drafts and rules out of their scope whose conditions hold.</param>
internal sealed record NearMissResult(IReadOnlyList<NearRule> Misses, IReadOnlyList<RuleMatch> LeftOut);
