namespace AutoResolve;

/// <summary>What came in: one person's description of a problem, and what is known beside it. Immutable.</summary>
public sealed record Issue
{
    private readonly string _text = "";
    private readonly IReadOnlyDictionary<string, string> _fields = EmptyFields;
    private readonly IReadOnlyList<string> _tried = [];

    private readonly IReadOnlyList<Turn> _turns = [];

    private static readonly IReadOnlyDictionary<string, string> EmptyFields =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase).AsReadOnly();

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
        get => _text;
        init => _text = value ?? "";
    }

    /// <summary>A subject line, where the channel has one.</summary>
    public string? Title { get; init; }

    /// <summary>How it came in, such as <c>phone</c>, <c>email</c> or <c>web</c>. Decides the encoding of the answer.</summary>
    public string? Channel { get; init; }

    /// <summary>The product it is about, where the caller knows.</summary>
    public string? Product { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, such as <c>es-MX</c>. Default: the host's default locale.</summary>
    public string? Locale { get; init; }

    /// <summary>The organisation served, where one host serves several.</summary>
    public string? Tenant { get; init; }

    /// <summary>An opaque, stable id of the person asking, used for rollouts and rates. Not a name or an address.</summary>
    public string? Requester { get; init; }

    /// <summary>Who wrote it. Default: <see cref="Author.Customer"/>.</summary>
    public Author Author { get; init; }

    /// <summary>When the issue was received, where known.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Facts gathered at intake, by name. Names are compared ignoring case. Null is read as empty. Default: empty.</summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get => _fields;
        init
        {
            _fields = CopyFields(value);
            FieldList = [.. _fields];
        }
    }

    // For matching, which must not allocate to enumerate.
    internal KeyValuePair<string, string>[] FieldList { get; private init; } = [];

    /// <summary>Ids of troubleshooting steps that the person has already tried. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Tried
    {
        get => _tried;
        init => _tried = value is null ? [] : [.. value.Where(step => step is not null)];
    }

    /// <summary>
    /// What was said and filled in since, in order. All of them are part of what is decided. Null is read as empty. Default: empty.
    /// </summary>
    public IReadOnlyList<Turn> Turns
    {
        get => _turns;
        init => _turns = value is null ? [] : [.. value.Where(turn => turn is not null)];
    }

    // A caller's dictionary may be case-sensitive and hold "OS" and "os"; the ordinally first name wins, so that the order
    // in which the caller added them does not matter.
    internal static IReadOnlyDictionary<string, string> CopyFields(IReadOnlyDictionary<string, string>? fields)
    {
        if (fields is null || fields.Count == 0)
            return EmptyFields;
        var copy = new Dictionary<string, string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (value is not null)
                copy.TryAdd(name, value);
        }

        return copy.AsReadOnly();
    }
}
