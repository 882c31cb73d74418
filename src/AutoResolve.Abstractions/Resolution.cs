namespace AutoResolve;

/// <summary>The decision for one issue. Immutable; the same rulebook, issue, facts and day give the same resolution.</summary>
public sealed record Resolution
{
    private readonly Lazy<Explanation> _explanation = new(Explanation.Empty);

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
    /// <see cref="Outcome.Asked"/> once the answers are in; null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>The tier that deals with it, 0 to 3; null where no rule names one.</summary>
    public int? Tier { get; init; }

    /// <summary>What the customer is told; null where nothing.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Ids of the steps of the deciding rule that were already tried, from the issue or read in its text.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>What the customer is asked, at most three questions; only what is missing.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What is to be carried out, in order. The host carries it out.</summary>
    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];

    /// <summary>Words to file the issue under, sorted; from the deciding rule and all matching <c>also</c> rules.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Notes for staff, never shown to the customer.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What rules on trial, or equally good rules, propose to a person.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>What a reader should know about how it was decided: that the text was cut, that a fact could not be looked up.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The revision of the rulebook that decided: a hash of its content.</summary>
    public string RulebookRevision { get; init; } = "";

    /// <summary>Why this rule and not another. Built when first read, from the same rulebook and facts; safe to read from any thread.</summary>
    public Explanation Explanation => _explanation.Value;

    /// <summary>What the person who takes over needs to know.</summary>
    public Handover Handover => Packet ?? Handover.From(this);

    // How the deciding rule wants its actions carried out; null where it has none.
    internal ActionPolicy? Policy { get; init; }

    // What is handed over where more is known than the decision.
    internal Handover? Packet { get; init; }

    // The team's form, filled in when it is first read; null where there is none.
    internal Lazy<IReadOnlyList<HandoverSection>>? Form { get; init; }

    // What was looked up, without building the explanation.
    internal IReadOnlyList<FactLookup> Lookups { get; init; } = [];

    internal Lazy<Explanation> LazyExplanation
    {
        init => _explanation = value;
    }

    // An explanation can be large and is derived from the rest; comparing or printing it would build it.
    /// <inheritdoc />
    public bool Equals(Resolution? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc />
    public override string ToString() => $"{IssueId}: {Outcome} ({Summary})";
}
