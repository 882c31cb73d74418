using AutoResolve;

namespace HelpDesk.Desk;

/// <summary>What was sent to somebody.</summary>
internal sealed record OutboxMessage(CaseReference Case, string? To, string Text);
