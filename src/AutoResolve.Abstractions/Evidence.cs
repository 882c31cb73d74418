namespace AutoResolve;

/// <summary>A piece of the issue that made a condition hold.</summary>
public sealed record Evidence
{
    private const string FieldSource = "field:";

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

    /// <summary>
    /// The same words as they are read, where a typing error in them was corrected: <c>suicidal</c> for "sucidal"; null, the default, where
    /// they are read as they stand.
    /// </summary>
    public string? ReadAs { get; init; }

    /// <summary>The words of the issue that it points to, with the markup between them where the text is HTML.</summary>
    /// <param name="issue">The issue, as it was evaluated.</param>
    /// <returns>The words; null where it is not in the title, a text or a field of the issue or its turns.</returns>
    public string? TextIn(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return WholeTextIn(issue) is { } whole && Start >= 0 && Start + Length <= whole.Length ? whole.Substring(Start, Length) : null;
    }

    /// <summary>The whole title, text or value of a field in which it stands.</summary>
    /// <param name="issue">The issue, as it was evaluated.</param>
    /// <returns>The text; null where it is not in the title, a text or a field of the issue or its turns.</returns>
    public string? WholeTextIn(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var turn = TurnIn(issue);
        if (turn is null && Turn is not null)
            return null;
        return Source switch
        {
            "title" => issue.Title,
            "text" => turn is null ? issue.Text : turn.Text,
            _ when Source.StartsWith(FieldSource, StringComparison.Ordinal) => (turn?.Fields ?? issue.Fields).GetValueOrDefault(
                Source[FieldSource.Length..]
            ),
            _ => null,
        };
    }

    private Turn? TurnIn(Issue issue)
    {
        for (var at = 0; Turn is not null && at < issue.Turns.Count; at++)
        {
            if (issue.Turns[at].Id == Turn)
                return issue.Turns[at];
        }

        return null;
    }
}
