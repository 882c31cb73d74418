namespace AutoResolve;

/// <summary>Why a resolution came out as it did: who won, who lost and why, who nearly matched, who was left out.</summary>
public sealed record Explanation
{
    internal static readonly Explanation Empty = new();

    /// <summary>The rule that decided, with the text that made it hold; null where none did.</summary>
    public RuleEvidence? Winner { get; init; }

    /// <summary>Other rules that matched and could have won, best first, and why each lost.</summary>
    public IReadOnlyList<RunnerUp> RunnersUp { get; init; } = [];

    /// <summary>Matching rules that only add tags and notes.</summary>
    public IReadOnlyList<RuleEvidence> Also { get; init; } = [];

    /// <summary>Rules that failed by exactly one condition while others held; closest first, at most <see cref="MaxNearMisses"/>.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init; } = [];

    /// <summary>Rules whose conditions hold and that were left out: out of scope, out of their dates, not rolled out, in shadow.</summary>
    public IReadOnlyList<SkippedRule> Skipped { get; init; } = [];

    /// <summary>What was looked up while deciding.</summary>
    public IReadOnlyList<FactLookup> Facts { get; init; } = [];

    /// <summary>The number of rules in the rulebook.</summary>
    public int RulesInRulebook { get; init; }

    /// <summary>The number of rules whose conditions were evaluated to decide.</summary>
    public int RulesEvaluated { get; init; }

    /// <summary>The most near misses an explanation lists: 10.</summary>
    public const int MaxNearMisses = 10;
}
