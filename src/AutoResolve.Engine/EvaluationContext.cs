using System.Collections.Frozen;
using AutoResolve.Budgets;

namespace AutoResolve;

/// <summary>What a decision depends on besides the rules and the issue.</summary>
public sealed record EvaluationContext
{
    internal static readonly EvaluationContext Default = new();

    /// <summary>The day in UTC that dates and rollouts go by.</summary>
    /// <value>Default: null, the day now.</value>
    public DateOnly? Today { get; init; }

    /// <summary>Facts by name; a fact that is absent or null is unknown.</summary>
    /// <value>Default: null, no facts. More can be added by <see cref="Evaluation.With"/>.</value>
    public IReadOnlyDictionary<string, string?>? Facts { get; init; }

    /// <summary>Active rules that only suggest, since they turned out to be wrong too often.</summary>
    /// <value>Default: none.</value>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public IReadOnlySet<RuleVersion> Demoted
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = FrozenSet<RuleVersion>.Empty;

    /// <summary>How texts for the person who wrote are formatted.</summary>
    /// <value>Default: plain text.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="AnswerFormat"/>.</exception>
    public AnswerFormat Format
    {
        get;
        init =>
            field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such format.");
    } = AnswerFormat.PlainText;

    /// <summary>The most UTF-16 units of all texts of the issue that are read.</summary>
    /// <value>Default: 100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxTextLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = Rulebook.DefaultTextLength;

    /// <summary>How much work the rules may do to decide, in steps, and the guards as much again for themselves: a
    /// pattern takes one for each part of it that may go on at a character; everything else is counted as so many of them. They
    /// are the same on every machine. What would take more is not decided by rules (<see cref="ResolutionReason.TooMuchWork"/>).</summary>
    /// <value>Default: 9,000,000, which is about a tenth of a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxWork
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = WorkBudget.UsualSteps;

    /// <summary>Masks personal data in the forms of handovers.</summary>
    /// <value>Default: null, as <see cref="Rulebook.Redactor"/> does.</value>
    public Func<string, string>? Mask { get; init; }

    /// <summary>Whether the host has no handler for what the winning rule does, where only that is known of a past decision.</summary>
    /// <value>Default: false.</value>
    public bool LacksHandlers { get; init; }
}
