namespace AutoResolve;

/// <summary>A section of the form in which a team takes issues over.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What stands in it, without personal data; <c>not known</c> where the issue does not say.</param>
public sealed record HandoverSection(string Title, string Text)
{
    // It is logged, and the text may quote the customer.
    /// <inheritdoc />
    public override string ToString() => Title;
}
