namespace AutoResolve;

/// <summary>One troubleshooting step that the customer is asked to try.</summary>
/// <param name="Id">The step's id in its rule. Put it on <see cref="Issue.Tried"/> when the step did not help.</param>
/// <param name="Text">What to do, rendered and encoded for the channel.</param>
public sealed record AnswerStep(string Id, string Text)
{
    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => Id;
}
