namespace AutoResolve;

/// <summary>What one party said or filled in after an issue came in. Immutable, equal by value.</summary>
public sealed record Turn
{
    /// <summary>
    /// Identifies the turn in its case, such as the id of the message. The same id again is the same turn. Required; not blank, at most
    /// <see cref="Issue.MaxIdLength"/> characters.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Who wrote it. Default: <see cref="Author.Unknown"/>.</summary>
    public Author Author { get; init; }

    /// <summary>
    /// Whether a person wrote it to the customer, rather than about the problem to whoever is to solve it. Automation is silent in a case
    /// in which a person has written to the customer. Null, the default: what an agent writes in a case that a customer began is.
    /// </summary>
    public bool? ToCustomer { get; init; }

    /// <summary>When it was written, where known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was said. Null is read as empty. Default: empty.</summary>
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How <see cref="Text"/> is written; see <see cref="Issue.Format"/>. Default: <see cref="TextFormat.Unknown"/>.</summary>
    public TextFormat Format { get; init; }

    /// <summary>
    /// Facts that it brings, by name, such as the answers to questions. Names are compared ignoring case. Null is read as empty. Default:
    /// empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get;
        init => field = ValueMap.Of(value);
    } = ValueMap.Empty;

    /// <summary>Ids of troubleshooting steps that have been tried since. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Tried
    {
        get;
        init => field = ValueList<string>.WithoutNulls(value);
    } = ValueList<string>.Empty;

    // It is logged, and what it holds is what somebody wrote.
    /// <inheritdoc />
    public override string ToString() => $"{Id} by {Author}";
}
