namespace AutoResolve;

/// <summary>What the customer is told, rendered and encoded for the channel.</summary>
public sealed record Answer
{
    /// <summary>The answer, encoded as <see cref="Format"/> says. Empty where the rule has only steps.</summary>
    public required string Text { get; init; }

    /// <summary>The troubleshooting steps left to try, in order, encoded as <see cref="Format"/> says.</summary>
    public IReadOnlyList<AnswerStep> Steps
    {
        get;
        init => field = ValueList<AnswerStep>.Of(value);
    } = ValueList<AnswerStep>.Empty;

    /// <summary>The language that was chosen from the rule's languages: <c>es</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>
    /// Who reads it, and in whose words it is: whoever wrote last. What is for an <see cref="Author.Agent"/> does not go to the customer.
    /// </summary>
    public Author Reader { get; init; } = Author.Customer;

    /// <summary>How texts and steps are encoded.</summary>
    public AnswerFormat Format { get; init; }

    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => $"{Text.Length} characters and {Steps.Count} step(s), {Locale}, {Format}";
}
