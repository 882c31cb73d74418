namespace AutoResolve;

/// <summary>
/// What a person who takes an issue over needs to know, so that nothing is asked or tried twice. Plain data, equal by value.
/// </summary>
public sealed record Handover
{
    /// <summary>The most near misses that it lists: 3. An explanation has more.</summary>
    public const int MaxNearMisses = 3;

    /// <summary>Why a person gets it, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The team it is for; null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>The form that the team uses, filled in; empty where the rules describe none for it.</summary>
    public IReadOnlyList<HandoverSection> Form
    {
        get;
        init => field = ValueList<HandoverSection>.Of(value);
    } = ValueList<HandoverSection>.Empty;

    /// <summary>Rules that matched and could have won, best first. After a restart empty.</summary>
    public IReadOnlyList<RuleEvidence> Considered
    {
        get;
        init => field = ValueList<RuleEvidence>.Of(value);
    } = ValueList<RuleEvidence>.Empty;

    /// <summary>
    /// Where no rule decided, rules that failed by one condition, best first: at most <see cref="MaxNearMisses"/>, found among the few with
    /// the rarest words, and none that holds by words alone that any text has; an explanation looks further. After a restart empty.
    /// </summary>
    public IReadOnlyList<NearMiss> NearMisses
    {
        get;
        init => field = ValueList<NearMiss>.Of(value);
    } = ValueList<NearMiss>.Empty;

    /// <summary>What the same message speaks of besides what decided, best first.</summary>
    public IReadOnlyList<OtherProblem> Others
    {
        get;
        init => field = ValueList<OtherProblem>.Of(value);
    } = ValueList<OtherProblem>.Empty;

    /// <summary>Ids of the steps already tried.</summary>
    public IReadOnlyList<string> Tried
    {
        get;
        init => field = ValueList<string>.Of(value);
    } = ValueList<string>.Empty;

    /// <summary>Facts that were looked up.</summary>
    public IReadOnlyList<FactLookup> Facts
    {
        get;
        init => field = ValueList<FactLookup>.Of(value);
    } = ValueList<FactLookup>.Empty;

    /// <summary>Questions whose answers are still missing.</summary>
    public IReadOnlyList<Question> OpenQuestions
    {
        get;
        init => field = ValueList<Question>.Of(value);
    } = ValueList<Question>.Empty;

    /// <summary>What was already done, or not; empty where nothing was planned.</summary>
    public IReadOnlyList<ActionReport> Actions
    {
        get;
        init => field = ValueList<ActionReport>.Of(value);
    } = ValueList<ActionReport>.Empty;

    // It is logged, and what it holds may be about a person.
    /// <inheritdoc />
    public override string ToString() =>
        $"{Summary} (team {Team ?? "none"}; {Considered.Count} considered, {NearMisses.Count} near, {Tried.Count} tried, "
        + $"{Facts.Count} fact(s), {OpenQuestions.Count} question(s), {Actions.Count} action(s))";

    /// <summary>Packs what a resolution says, where nothing else is known, as after a restart.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <returns>The handover, without form, rules considered and near misses.</returns>
    public static Handover Of(Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return new()
        {
            Summary = resolution.Summary,
            Team = resolution.Team,
            Others = resolution.Others,
            Tried = resolution.Tried,
            Facts = resolution.Facts,
            OpenQuestions = resolution.OpenQuestions,
        };
    }
}
