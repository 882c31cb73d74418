namespace AutoResolve;

/// <summary>Something the customer is asked because it is missing.</summary>
/// <param name="Id">The question's name in the rulebook.</param>
/// <param name="Field">The field of <see cref="Issue.Fields"/> that takes the answer.</param>
/// <param name="Text">The question, encoded for the channel.</param>
public sealed record Question(string Id, string Field, string Text)
{
    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => Id;
}
