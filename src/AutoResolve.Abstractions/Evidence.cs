namespace AutoResolve;

/// <summary>A piece of the issue that made a condition hold.</summary>
public sealed record Evidence
{
    /// <summary>Where it stands: <c>text</c>, <c>title</c>, <c>field:errorCode</c>, <c>fact:incident</c> or <c>expression</c>.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The id of the turn in whose text it stands, or that brought the field; null, the default, for title, text and fields of the issue
    /// itself,
    /// and for what is not of the issue.
    /// </summary>
    public string? Turn { get; init; }

    /// <summary>The first UTF-16 position in the original title, text or value, from 0.</summary>
    public required int Start { get; init; }

    /// <summary>The number of UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>The condition it satisfied, as a JSON pointer into the rule: <c>/when/all/0/anyOf/1</c>.</summary>
    public required string Pointer { get; init; }

    /// <summary>What the condition looked for, as its author wrote it: <c>signed out</c>.</summary>
    public required string Condition { get; init; }
}
