namespace AutoResolve;

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Value">What belongs into the question's field where it is chosen.</param>
/// <param name="Text">What the person reads, encoded for the channel.</param>
public sealed record Choice(string Value, string Text)
{
    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => Value;
}
