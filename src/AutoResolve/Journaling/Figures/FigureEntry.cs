namespace AutoResolve.Journaling.Figures;

/// <summary>An entry, and what figures read of its content.</summary>
internal sealed record FigureEntry(
    long Sequence,
    DateTimeOffset At,
    JournalEntryKind Kind,
    string Label,
    string? Key,
    bool IsOpen,
    string? Closes,
    string? RuleId,
    string Tenant,
    FigureContent Content
)
{
    private static readonly FigureContent Nothing = new();

    /// <summary>Whether it decides its issue anew: what only closes it, or lets it go on as it was, does not.</summary>
    public bool Decides => Label != "closed" && Content.Reason != "goesOn";

    /// <summary>Whether it gave the issue to people, whatever came of it.</summary>
    public bool HandsOver =>
        Kind switch
        {
            JournalEntryKind.Disposition => Label is "routed" or "escalated",
            JournalEntryKind.Decision => Content.IsHeld || (!IsOpen && Label is "routed" or "escalated"),
            _ => false,
        };

    /// <returns>Null where the entry is damaged.</returns>
    public static FigureEntry? Of(JournalEntry entry)
    {
        var content = entry.Kind is JournalEntryKind.Feedback or JournalEntryKind.Event
            ? Nothing
            : JournalJson.TryRead<FigureContent>(entry);
        return content is null
            ? null
            : new FigureEntry(
                entry.Sequence,
                entry.At,
                entry.Kind,
                entry.Label,
                entry.Key,
                entry.IsOpen,
                entry.Closes,
                entry.RuleId,
                content.Issue?.Tenant ?? entry.Tenant ?? "",
                content
            );
    }
}
