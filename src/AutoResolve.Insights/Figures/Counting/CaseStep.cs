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

    /// <summary>Of what is written of a turn that was not decided: the turn.</summary>
    public StepTurn? Turn { get; init; }

    /// <summary>Whether the turn is what a person has written to the customer.</summary>
    /// <param name="author">Who began the case: what an agent writes in a case that an agent began is no word to the customer.</param>
    public bool IsOfPerson(Author author) =>
        Turn is not null && (Turn.ToCustomer ?? (Turn.Author == Author.Agent && author is Author.Customer or Author.Unknown));

    /// <returns>Null where the entry is damaged.</returns>
    public static CaseStep? Of(JournalEntry entry) => JournalJson.TryRead<CaseStep>(entry);

    /// <summary>Where and from whom it came.</summary>
    internal sealed record StepIssue(string? Channel, string? Product, string? Requester, string? Tenant, Author Author);

    /// <summary>Who wrote a turn, and whether to the customer.</summary>
    internal sealed record StepTurn(Author Author, bool? ToCustomer);
}
