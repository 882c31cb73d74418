namespace AutoResolve.Journaling;

/// <summary>What stands in the place of what an entry said, where that was erased: what automation decided, and nothing that was said by or
/// of anybody. The schemas of the journals know its members, too: no other change of an entry passes.</summary>
internal sealed record ErasedContent
{
    /// <summary>The label of the note that says who erased, which stays.</summary>
    public const string Label = "erased";

    private const string Beginning = """{"erased":true""";

    public bool Erased { get; } = true;

    public string? Reason { get; init; }
    public string? Mode { get; init; }
    public string? Type { get; init; }
    public string? Owner { get; init; }
    public string? Team { get; init; }
    public int? Tier { get; init; }

    /// <summary>Of a disposition or a turn: the key of a decision.</summary>
    public string? Decision { get; init; }

    public ErasedIssue? Issue { get; init; }
    public ErasedTurn? Turn { get; init; }

    /// <summary>One, without what it asks, where there were some.</summary>
    public IReadOnlyList<ErasedQuestion> Questions { get; init; } = [];

    public static bool IsOf(JournalEntry entry) => entry.Content.StartsWith(Beginning, StringComparison.Ordinal);

    public static bool IsNote(JournalEntry entry) => entry is { Kind: JournalEntryKind.Note, Label: Label };

    /// <summary>What stays of the content of an entry. Of a damaged one nothing does.</summary>
    public static string Of(JournalEntry entry)
    {
        var said = entry.Kind is JournalEntryKind.Decision or JournalEntryKind.Disposition or JournalEntryKind.Turn
            ? JournalJson.TryRead<ErasedContent>(entry)
            : null;
        return JournalJson.Write(said is null ? new ErasedContent() : said with { Questions = [.. said.Questions.Take(1)] });
    }
}

/// <summary>What stays of an issue: whose organisation's it is, and which kind of author wrote it.</summary>
internal sealed record ErasedIssue(string? Tenant, Author? Author);

/// <summary>What stays of a turn: which kind of author wrote it, and whether to the customer.</summary>
internal sealed record ErasedTurn(Author? Author, bool? ToCustomer);

/// <summary>That something was asked.</summary>
internal sealed record ErasedQuestion;
