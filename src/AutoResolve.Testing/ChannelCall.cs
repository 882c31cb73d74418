namespace AutoResolve.Testing;

/// <summary>One call of a <see cref="FakeAnswerChannel"/>.</summary>
public sealed record ChannelCall
{
    /// <summary>Its place among all calls of that channel, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was given.</summary>
    public required ChannelCallKind Kind { get; init; }

    /// <summary>The issue that it is about, as it was given.</summary>
    public required Issue Issue { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>The answer; null where questions were given.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The questions; empty where an answer was given.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What the call threw, as it was told to; null where it did what it was asked.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The case.</summary>
    public CaseReference Case => CaseReference.Of(Issue);

    /// <summary>The organisation served; null where the host serves one.</summary>
    public string? Tenant => Case.Tenant;
}
