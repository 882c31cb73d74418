namespace AutoResolve;

/// <summary>
/// Why an issue is decided as it is: who won, who lost and why, who nearly matched, who was left out. Plain data, equal by value.
/// </summary>
public sealed record Explanation
{
    /// <summary>The most near misses that an explanation lists: 10.</summary>
    public const int MaxNearMisses = 10;

    /// <summary>The most rules that <see cref="Denied"/> lists: 10.</summary>
    public const int MaxDenied = 10;

    /// <summary>
    /// The most rules that are looked at for near misses, and as many for <see cref="Skipped"/>: 200, those with the rarest word first.
    /// </summary>
    public const int MaxCandidates = 200;

    /// <summary>The decision that it explains.</summary>
    public required Resolution Resolution { get; init; }

    /// <summary>The rule that decided, with the text that made it hold; null where none did.</summary>
    public RuleEvidence? Winner { get; init; }

    /// <summary>Other rules that matched and could have won, best first, and why each lost.</summary>
    public IReadOnlyList<RunnerUp> RunnersUp
    {
        get;
        init => field = ValueList<RunnerUp>.Of(value);
    } = ValueList<RunnerUp>.Empty;

    /// <summary>Matching rules that only add tags and notes.</summary>
    public IReadOnlyList<RuleEvidence> Also
    {
        get;
        init => field = ValueList<RuleEvidence>.Of(value);
    } = ValueList<RuleEvidence>.Empty;

    /// <summary>
    /// Active rules of which a condition on the text holds and exactly one condition fails, best first: those of the topic of the rule that
    /// decided or came nearest to it (the first part of its type), then those that hold by the rarest words, then those of which most
    /// conditions hold; at most <see cref="MaxNearMisses"/>.
    /// </summary>
    public IReadOnlyList<NearMiss> NearMisses
    {
        get;
        init => field = ValueList<NearMiss>.Of(value);
    } = ValueList<NearMiss>.Empty;

    /// <summary>
    /// Active rules that would hold, had the issue not denied what they look for, called it over or solved, or only supposed it, by id; at
    /// most <see cref="MaxDenied"/>.
    /// </summary>
    public IReadOnlyList<DeniedRule> Denied
    {
        get;
        init => field = ValueList<DeniedRule>.Of(value);
    } = ValueList<DeniedRule>.Empty;

    /// <summary>
    /// Rules whose conditions hold and that were left out: out of scope, drafts, out of their dates, not rolled out, in shadow.
    /// </summary>
    public IReadOnlyList<SkippedRule> Skipped
    {
        get;
        init => field = ValueList<SkippedRule>.Of(value);
    } = ValueList<SkippedRule>.Empty;

    /// <summary>
    /// What rules did not read of the texts, since it is not the writer's own words: quotes, signatures, disclaimers; in the order of the
    /// texts, the newest first. What is passed on with a message is read, and so is all of a text that would be left out as a whole.
    /// </summary>
    public IReadOnlyList<LeftOutText> LeftOut
    {
        get;
        init => field = ValueList<LeftOutText>.Of(value);
    } = ValueList<LeftOutText>.Empty;

    /// <summary>The number of rules in the rulebook, retired ones not counted.</summary>
    public int RulesInRulebook { get; init; }

    /// <summary>The number of rules whose conditions were evaluated to decide.</summary>
    public int RulesEvaluated { get; init; }
}
