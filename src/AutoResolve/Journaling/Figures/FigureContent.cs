namespace AutoResolve.Journaling.Figures;

/// <summary>What figures read of the content of an entry; all else is passed over.</summary>
internal sealed record FigureContent
{
    public FigureIssue? Issue { get; init; }
    public string? Mode { get; init; }
    public string? Reason { get; init; }
    public string? Type { get; init; }
    public string? Team { get; init; }
    public string? Owner { get; init; }
    public int? Tier { get; init; }
    public string? Language { get; init; }

    /// <summary>Of a disposition: the key of the decision that it ends.</summary>
    public string? Decision { get; init; }

    /// <summary>Of what is written of a turn that was not decided: the turn.</summary>
    public FigureTurn? Turn { get; init; }

    /// <summary>Whether automation only watched or suggested.</summary>
    public bool IsHeld => Mode is not (null or "active");

    /// <summary>Where and from whom it came.</summary>
    internal sealed record FigureIssue(string? Channel, string? Product, string? Requester, string? Tenant, Author Author);

    /// <summary>Who wrote a turn, and whether to the customer.</summary>
    internal sealed record FigureTurn(Author Author, bool? ToCustomer);
}
