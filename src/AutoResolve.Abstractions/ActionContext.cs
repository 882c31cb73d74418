using Microsoft.Extensions.Logging;

namespace AutoResolve;

/// <summary>What a handler is given for one action of one issue.</summary>
/// <typeparam name="TParameters">The handler's parameters.</typeparam>
public sealed record ActionContext<TParameters>
    where TParameters : class
{
    /// <summary>The rule's <c>with</c>, its values filled in.</summary>
    public required TParameters Parameters { get; init; }

    /// <summary>The issue. After a restart it is the journal's copy, in which personal data is masked.</summary>
    public required Issue Issue { get; init; }

    /// <summary>The decision that this action is part of.</summary>
    public required Resolution Resolution { get; init; }

    /// <summary>
    /// The same for each attempt at the same action, also after a restart. Different for another tenant, case, turn, handler or other
    /// parameters. 32 hexadecimal digits.
    /// </summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>
    /// The turns that the decision heard for the first time; empty where the issue itself was delivered. After a restart they are the
    /// journal's copy.
    /// </summary>
    public IReadOnlyList<Turn> NewTurns
    {
        get;
        init => field = ValueList<Turn>.WithoutNulls(value);
    } = ValueList<Turn>.Empty;

    /// <summary>The number of the attempt, from 1. After a restart it begins anew.</summary>
    public required int Attempt { get; init; }

    /// <summary>A logger in the handler's category. Log no personal data.</summary>
    public required ILogger Logger { get; init; }

    // It is logged, and the parameters may be about a person.
    /// <inheritdoc />
    public override string ToString() => $"{Issue}: attempt {Attempt} with key {IdempotencyKey}";
}
