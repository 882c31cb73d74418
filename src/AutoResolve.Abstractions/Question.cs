namespace AutoResolve;

/// <summary>Something the customer is asked because it is missing.</summary>
/// <param name="Id">The question's name in the rulebook.</param>
/// <param name="Field">The field of <see cref="Issue.Fields"/> that takes the answer.</param>
/// <param name="Text">The question, encoded for the channel.</param>
public sealed record Question(string Id, string Field, string Text)
{
    /// <summary>What a form calls it, encoded for the channel: <c>Device</c>; null where the rules give no name.</summary>
    public string? Label { get; init; }

    /// <summary>The question as plain text, whatever the channel, for a form or a screen reader.</summary>
    public string PlainText
    {
        get;
        init => field = value ?? "";
    } = Text;

    /// <summary>What can be chosen, in order; empty where anything can be answered.</summary>
    public IReadOnlyList<Choice> Choices
    {
        get;
        init => field = ValueList<Choice>.Of(value);
    } = ValueList<Choice>.Empty;

    /// <summary>
    /// Who reads it, and in whose words it is: whoever wrote last. What is for an <see cref="Author.Agent"/> does not go to the customer.
    /// </summary>
    public Author Reader { get; init; } = Author.Customer;

    /// <summary>Whether the case waits for the answer.</summary>
    public bool IsBlocking { get; init; }

    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => Id;
}
