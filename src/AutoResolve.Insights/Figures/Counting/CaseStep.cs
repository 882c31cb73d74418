using System.Text.Json;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>What figures read of the content of a decision or a disposition; all else is passed over.</summary>
internal sealed record CaseStep
{
    public StepIssue? Issue { get; init; }
    public string? Mode { get; init; }
    public string? Reason { get; init; }
    public string? Type { get; init; }
    public string? Team { get; init; }
    public string? Owner { get; init; }
    public JsonElement Questions { get; init; }

    /// <summary>Of a disposition: the key of the decision that it ends.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether questions go to whoever wrote.</summary>
    public bool HasQuestions => Questions.ValueKind == JsonValueKind.Array && Questions.GetArrayLength() > 0;

    /// <returns>Null where the entry is damaged.</returns>
    public static CaseStep? Of(JournalEntry entry) => JournalJson.TryRead<CaseStep>(entry);

    /// <summary>Where and from whom it came.</summary>
    internal sealed record StepIssue(string? Channel, string? Product, string? Requester, string? Tenant);
}
