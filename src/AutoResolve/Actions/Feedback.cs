namespace AutoResolve.Actions;

/// <summary>What somebody says about how a decision turned out.</summary>
public sealed record Feedback
{
    /// <summary>The issue.</summary>
    public required string IssueId { get; init; }

    /// <summary>
    /// The organisation whose issue it is. Default: null, for the last decision about an issue of that id, whosever it is.
    /// </summary>
    public string? Tenant { get; init; }

    /// <summary>How it turned out.</summary>
    public required FeedbackVerdict Verdict { get; init; }

    /// <summary>Who says so: an id, not a name.</summary>
    public required string By { get; init; }

    /// <summary>Why, for staff; personal data in it is masked. Default: null.</summary>
    public string? Note { get; init; }
}
