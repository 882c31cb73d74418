using AutoResolve;

namespace HelpDesk.Messages;

/// <summary>What somebody says in a case.</summary>
internal sealed record TurnMessage(
    string IssueId,
    string Id,
    string? Tenant = null,
    string? By = null,
    string Text = "",
    DateTimeOffset? At = null,
    Dictionary<string, string>? Fields = null,
    TextFormat Format = TextFormat.Unknown
)
{
    // Whoever signs says who wrote; a machine has no case here.
    private static readonly Dictionary<string, Author> Authors = new(StringComparer.Ordinal)
    {
        ["customer"] = Author.Customer,
        ["agent"] = Author.Agent,
    };

    public CaseReference Reference => Checked.Case(Tenant, IssueId);

    /// <returns>Null where nobody of that kind may write.</returns>
    public Turn? ToTurn() =>
        Authors.TryGetValue(By ?? "customer", out var author)
            ? new Turn
            {
                Id = Checked.Id(Id),
                Author = author,
                Text = Text,
                Format = Format,
                At = At,
                Fields = Checked.Fields(Fields),
            }
            : null;
}
