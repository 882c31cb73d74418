namespace AutoResolve;

/// <summary>What one party said or filled in after an issue came in. Immutable.</summary>
public sealed record Turn
{
    private readonly string _text = "";
    private readonly IReadOnlyDictionary<string, string> _fields = Issue.CopyFields(null);
    private readonly IReadOnlyList<string> _tried = [];

    /// <summary>
    /// Identifies the turn in its case, such as the id of the message. The same id again is the same turn. Required; not blank, at most
    /// <see cref="Issue.MaxIdLength"/> characters.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Who wrote it. Default: <see cref="Author.Customer"/>.</summary>
    public Author Author { get; init; }

    /// <summary>When it was written, where known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was said. Null is read as empty. Default: empty.</summary>
    public string Text
    {
        get => _text;
        init => _text = value ?? "";
    }

    /// <summary>
    /// Facts that it brings, by name, such as the answers to questions. Names are compared ignoring case. Null is read as empty. Default:
    /// empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get => _fields;
        init => _fields = Issue.CopyFields(value);
    }

    /// <summary>Ids of troubleshooting steps that have been tried since. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Tried
    {
        get => _tried;
        init => _tried = value is null ? [] : [.. value.Where(step => step is not null)];
    }
}
