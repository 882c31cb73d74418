using AutoResolve;

namespace HelpDesk.Inbox;

/// <summary>What a sender is told: nothing that anybody wrote.</summary>
internal sealed record InboxAnswer(string Status, string? Outcome)
{
    public static object Of(Disposition disposition) => new InboxAnswer($"{disposition.Status}", disposition.Outcome?.ToString());
}
