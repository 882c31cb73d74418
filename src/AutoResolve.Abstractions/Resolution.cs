namespace AutoResolve;

/// <summary>
/// The decision for one issue: plain data, equal by value. The same rulebook, issue, facts and day give the same resolution.
/// </summary>
public sealed record Resolution
{
    /// <summary>The id of the issue.</summary>
    public required string IssueId { get; init; }

    /// <summary>What was decided.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why, as a value to branch on.</summary>
    public required ResolutionReason Reason { get; init; }

    /// <summary>Why, in a sentence for staff.</summary>
    public required string Summary { get; init; }

    /// <summary>The rule that decided; null where none did.</summary>
    public RuleReference? Rule { get; init; }

    /// <summary>The type of the issue by the rule that decided, such as <c>sign-in/loop</c>; null where none did.</summary>
    public string? Type => Rule?.Type;

    /// <summary>The team it goes to, for <see cref="Outcome.Routed"/> and <see cref="Outcome.Escalated"/>, and for
    /// <see cref="Outcome.Asked"/> once the answers are in; for <see cref="Outcome.Answered"/> and <see cref="Outcome.Fixed"/> the team
    /// that
    /// the rule names for whatever that does not settle. Null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>The tier that deals with it, 0 to 3; null where no rule names one.</summary>
    public int? Tier { get; init; }

    /// <summary>
    /// The language of the issue: that of <see cref="Issue.Locale"/> where it has one; else that of what the person wrote, where it is
    /// certain; else null, and the host's default locale is taken.
    /// </summary>
    public IssueLanguage? Language { get; init; }

    /// <summary>What the customer is told; null where nothing.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Ids of the steps of the deciding rule that were already tried, from the issue or read in its text.</summary>
    public IReadOnlyList<string> Tried
    {
        get;
        init => field = ValueList<string>.Of(value);
    } = ValueList<string>.Empty;

    /// <summary>What whoever wrote is asked now, at most three questions; only what is missing and was not asked before.</summary>
    public IReadOnlyList<Question> Questions
    {
        get;
        init => field = ValueList<Question>.Of(value);
    } = ValueList<Question>.Empty;

    /// <summary>All that is missing of what the deciding rule asks for, asked or not, in words for staff.</summary>
    public IReadOnlyList<Question> OpenQuestions
    {
        get;
        init => field = ValueList<Question>.Of(value);
    } = ValueList<Question>.Empty;

    /// <summary>What is to be carried out, in order. The host carries it out.</summary>
    public IReadOnlyList<PlannedAction> Actions
    {
        get;
        init => field = ValueList<PlannedAction>.Of(value);
    } = ValueList<PlannedAction>.Empty;

    /// <summary>Words to file the issue under, sorted; from the deciding rule and all matching <c>also</c> rules.</summary>
    public IReadOnlyList<string> Tags
    {
        get;
        init => field = ValueList<string>.Of(value);
    } = ValueList<string>.Empty;

    /// <summary>Notes for staff, never shown to the customer.</summary>
    public IReadOnlyList<string> Notes
    {
        get;
        init => field = ValueList<string>.Of(value);
    } = ValueList<string>.Empty;

    /// <summary>What the same message speaks of besides what decided, best first: for staff, who are told that nothing was done about it.
    /// </summary>
    public IReadOnlyList<OtherProblem> Others
    {
        get;
        init => field = ValueList<OtherProblem>.Of(value);
    } = ValueList<OtherProblem>.Empty;

    /// <summary>What rules on trial, or equally good rules, propose to a person.</summary>
    public IReadOnlyList<Suggestion> Suggestions
    {
        get;
        init => field = ValueList<Suggestion>.Of(value);
    } = ValueList<Suggestion>.Empty;

    /// <summary>What was looked up while deciding, by name.</summary>
    public IReadOnlyList<FactLookup> Facts
    {
        get;
        init => field = ValueList<FactLookup>.Of(value);
    } = ValueList<FactLookup>.Empty;

    /// <summary>What a reader should know about how it was decided: that the text was cut, that a fact could not be looked up.</summary>
    public IReadOnlyList<string> Remarks
    {
        get;
        init => field = ValueList<string>.Of(value);
    } = ValueList<string>.Empty;

    /// <summary>
    /// What the person who takes over needs to know, for <see cref="Outcome.Routed"/> and <see cref="Outcome.Escalated"/>; null where
    /// nobody does.
    /// </summary>
    public Handover? Handover { get; init; }

    /// <summary>The revision of the rulebook that decided: a hash of its content.</summary>
    public string RulebookRevision { get; init; } = "";

    // It is logged, and what it holds may quote the customer.
    /// <inheritdoc />
    public override string ToString() => $"{IssueId}: {Outcome} ({Summary})";
}
