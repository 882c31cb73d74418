namespace AutoResolve.Insights.Figures;

/// <summary>The counts of issues that are alike. An issue counts in the period in which it first came.</summary>
internal sealed record FigureCell
{
    /// <summary>The highest tier that dealt with it; null where no rule named one.</summary>
    public int? Tier { get; init; }

    /// <summary>The issue type; <c>unknown</c> where no rule matched.</summary>
    public required string Type { get; init; }
    public string? Team { get; init; }
    public string? Channel { get; init; }
    public string? Product { get; init; }

    /// <summary>The rule that decided last.</summary>
    public string? Rule { get; init; }
    public long Issues { get; init; }

    /// <summary>Answered or fixed by a rule, the reopened included.</summary>
    public long Answered { get; init; }

    /// <summary>Of the answered, those that the customer or an agent confirmed and nobody opened again.</summary>
    public long Confirmed { get; init; }

    /// <summary>Of the answered, those of which nothing more was heard within the days of grace.</summary>
    public long Assumed { get; init; }

    /// <summary>Of the answered, those that somebody opened again, or whose requester came back with the same type within the days of grace.</summary>
    public long Reopened { get; init; }

    /// <summary>Handed to a person.</summary>
    public long Escalated { get; init; }

    /// <summary>Sent on to a team with everything that it needs.</summary>
    public long Routed { get; init; }

    /// <summary>Answered at the first contact and not opened again.</summary>
    public long FirstContact { get; init; }

    /// <summary>Minutes from the first decision to the last entry, summed over the answered.</summary>
    public double Minutes { get; init; }

    /// <summary>Of the answered, those whose days of grace are not over.</summary>
    public long Pending => Answered - Confirmed - Assumed - Reopened;
}
