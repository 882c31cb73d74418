using System.Text.Json;

namespace AutoResolve.Journaling.Figures;

/// <summary>What figures read of a decision, a disposition or an undecided turn, to follow a case; all that people wrote is passed
/// over.</summary>
public sealed record FigureStep
{
    /// <summary>Whether it is a decision that says what it is about and why, or said so until it was erased.</summary>
    public bool IsDecision { get; init; }

    /// <summary>Where the issue came from.</summary>
    public string? Channel { get; init; }

    /// <summary>What it is about.</summary>
    public string? Product { get; init; }

    /// <summary>Who asked, as an opaque id; null where nobody is named.</summary>
    public string? Requester { get; init; }

    /// <summary>The organisation whose it is; null where the entry names it, or there is none.</summary>
    public string? Tenant { get; init; }

    /// <summary>Who began the case.</summary>
    public Author Author { get; init; }

    /// <summary>Why it was decided so, as the journal says it: <c>ruleMatched</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The type that the rule gives the issue.</summary>
    public string? Type { get; init; }

    /// <summary>The team that it is for.</summary>
    public string? Team { get; init; }

    /// <summary>Who owns the rule.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether automation only watched or suggested.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether questions go to whoever wrote.</summary>
    public bool HasQuestions { get; init; }

    /// <summary>Of a disposition: the key of the decision that it ends.</summary>
    public string? Decision { get; init; }

    /// <summary>Of an undecided turn: who wrote it; else null.</summary>
    public Author? TurnAuthor { get; init; }

    /// <summary>Of an undecided turn: whether it went to the customer; null where that was not said.</summary>
    public bool? ToCustomer { get; init; }

    /// <summary>Reads an entry.</summary>
    /// <param name="entry">A decision, a disposition or an undecided turn.</param>
    /// <returns>Null where it is damaged.</returns>
    public static FigureStep? Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (JournalJson.TryRead<Content>(entry) is not { } content)
            return null;
        return new FigureStep
        {
            IsDecision = content is { Issue: not null, Reason: not null } || ErasedContent.IsOf(entry),
            Channel = content.Issue?.Channel,
            Product = content.Issue?.Product,
            Requester = content.Issue?.Requester is { Length: > 0 } requester ? requester : null,
            Tenant = content.Issue?.Tenant,
            Author = content.Issue?.Author ?? default,
            Reason = content.Reason,
            Type = content.Type,
            Team = content.Team,
            Owner = content.Owner,
            IsHeld = content.Mode is not (null or "active"),
            HasQuestions = content.Questions.ValueKind == JsonValueKind.Array && content.Questions.GetArrayLength() > 0,
            Decision = content.Decision,
            TurnAuthor = content.Turn?.Author,
            ToCustomer = content.Turn?.ToCustomer,
        };
    }

    /// <summary>Whether it is what a person has written to the customer.</summary>
    /// <param name="author">Who began the case: what an agent writes in a case that an agent began is no word to the customer.</param>
    public bool IsOfPerson(Author author) =>
        TurnAuthor is not null && (ToCustomer ?? (TurnAuthor == Author.Agent && author is Author.Customer or Author.Unknown));

    private sealed record Content
    {
        public FigureContent.FigureIssue? Issue { get; init; }
        public string? Mode { get; init; }
        public string? Reason { get; init; }
        public string? Type { get; init; }
        public string? Team { get; init; }
        public string? Owner { get; init; }
        public JsonElement Questions { get; init; }
        public string? Decision { get; init; }
        public FigureContent.FigureTurn? Turn { get; init; }
    }
}
