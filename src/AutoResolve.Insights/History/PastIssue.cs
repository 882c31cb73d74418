namespace AutoResolve.Insights.History;

/// <summary>An issue that people have dealt with. What a history does not say is null.</summary>
internal sealed record PastIssue
{
    /// <summary>Its line or record in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The description, without personal data.</summary>
    public required string Text { get; init; }

    /// <summary>The type or resolution code that people gave it.</summary>
    public string? Label { get; init; }

    public DateTimeOffset? Date { get; init; }
    public string? Team { get; init; }
    public int? Tier { get; init; }

    /// <summary>Minutes that people spent on it.</summary>
    public double? Minutes { get; init; }

    /// <summary>The answer that was given, without personal data.</summary>
    public string? Answer { get; init; }
    public bool? Reopened { get; init; }
    public bool? Escalated { get; init; }

    /// <summary>Whether nothing stands where it would say whether it was escalated.</summary>
    public bool HasEmptyEscalated { get; init; }
    public string? Channel { get; init; }
    public string? Product { get; init; }
    public string? Locale { get; init; }
}
