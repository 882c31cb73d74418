namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of a decision: what went in, redacted, and what came out.</summary>
internal sealed record DecisionContent
{
    public required IssueRecord Issue { get; init; }

    /// <summary>What of the issue redaction changed: the values that stand in the places of others.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>The ids of the turns that it heard for the first time.</summary>
    public IReadOnlyList<string> NewTurns { get; init; } = [];

    /// <summary>The day by which it was decided, in UTC.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The facts that were looked up; null where unknown.</summary>
    public IReadOnlyDictionary<string, string?> Facts { get; init; } = new Dictionary<string, string?>();

    /// <summary>The active rules that were demoted then, as id and version.</summary>
    public IReadOnlyList<string> Demoted { get; init; } = [];

    public required string Reason { get; init; }
    public required string Summary { get; init; }
    public string? Type { get; init; }
    public string? Owner { get; init; }
    public string? Team { get; init; }
    public int? Tier { get; init; }

    /// <summary>The language that it was taken to be in, without region; null where that was not certain.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What else it speaks of.</summary>
    public IReadOnlyList<OtherRecord> Others { get; init; } = [];

    public AnswerRecord? Answer { get; init; }
    public IReadOnlyList<QuestionRecord> Questions { get; init; } = [];
    public IReadOnlyList<QuestionRecord> OpenQuestions { get; init; } = [];
    public IReadOnlyList<string> Tried { get; init; } = [];
    public PolicyRecord? Policy { get; init; }

    /// <summary>How often whoever is written to may be; null where nobody is, or as often as it comes.</summary>
    public QuotaRecord? Quota { get; init; }

    public IReadOnlyList<ActionRecord> Actions { get; init; } = [];

    /// <summary>How far automation went then.</summary>
    public required string Mode { get; init; }
}
