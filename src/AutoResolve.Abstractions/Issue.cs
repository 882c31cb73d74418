namespace AutoResolve;

/// <summary>What came in: one person's description of a problem, and what is known beside it. Immutable, equal by value.</summary>
public sealed record Issue
{
    private readonly ValueMap _fields = ValueMap.Empty;

    /// <summary>The longest id of an issue, a turn, a tenant or a requester that is processed: 256 characters.</summary>
    public const int MaxIdLength = 256;

    /// <summary>The most turns of a case that are processed: 200. A person gets what goes on longer.</summary>
    public const int MaxTurns = 200;

    /// <summary>
    /// Identifies the issue in the caller's system, and with <see cref="Tenant"/> its case. Required; not blank and at most
    /// <see cref="MaxIdLength"/> characters where it is processed. Not interpreted.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The description, in the customer's or agent's words. Null is read as empty. Default: empty.</summary>
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// How <see cref="Text"/> is written. Of HTML is read what a person sees: no tags, attributes, comments or hidden parts; what the
    /// markup tells as a quote is one. Default: <see cref="TextFormat.Unknown"/>, found out where that is certain.
    /// </summary>
    public TextFormat Format { get; init; }

    /// <summary>A subject line, where the channel has one.</summary>
    public string? Title { get; init; }

    /// <summary>How it came in, such as <c>phone</c>, <c>email</c> or <c>web</c>. Decides the encoding of the answer.</summary>
    public string? Channel { get; init; }

    /// <summary>The product it is about, where the caller knows.</summary>
    public string? Product { get; init; }

    /// <summary>
    /// The customer's language as a BCP 47 tag, such as <c>es-MX</c>. Default: null, the language of the text where it is certain, else
    /// the host's default locale.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>The organisation served, where one host serves several.</summary>
    public string? Tenant { get; init; }

    /// <summary>An opaque, stable id of the person asking, used for rollouts and rates. Not a name or an address.</summary>
    public string? Requester { get; init; }

    /// <summary>Who wrote it. Default: <see cref="Author.Unknown"/>.</summary>
    public Author Author { get; init; }

    /// <summary>When the issue was received, where known.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Facts gathered at intake, by name. Names are compared ignoring case. Null is read as empty. Default: empty.</summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get => _fields;
        init => _fields = ValueMap.Of(value);
    }

    /// <summary>The fields in their order, without allocating.</summary>
    /// <returns>Name and value of each.</returns>
    public ReadOnlySpan<KeyValuePair<string, string>> FieldsAsSpan() => _fields.Pairs;

    /// <summary>Ids of troubleshooting steps that the person has already tried. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Tried
    {
        get;
        init => field = ValueList<string>.WithoutNulls(value);
    } = ValueList<string>.Empty;

    /// <summary>
    /// What was said and filled in since, in order. All of them are part of what is decided. Null is read as empty. Default: empty.
    /// </summary>
    public IReadOnlyList<Turn> Turns
    {
        get;
        init => field = ValueList<Turn>.WithoutNulls(value);
    } = ValueList<Turn>.Empty;

    /// <summary>
    /// What automation has done about it so far, in order: what was offered is not offered again, what was asked not asked again. A
    /// processor knows it from its journal, and adds nothing to what stands here. Null is read as empty. Default: empty.
    /// </summary>
    public IReadOnlyList<CaseReply> Replies
    {
        get;
        init => field = ValueList<CaseReply>.WithoutNulls(value);
    } = ValueList<CaseReply>.Empty;

    // It is logged, and what it holds is what somebody wrote.
    /// <inheritdoc />
    public override string ToString() => CaseReference.Of(this).ToString();
}
