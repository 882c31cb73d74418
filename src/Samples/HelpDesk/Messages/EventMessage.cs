using AutoResolve;

namespace HelpDesk.Messages;

/// <summary>What happened to a case outside of automation.</summary>
internal sealed record EventMessage(
    string IssueId,
    string Id,
    string Kind,
    string? Tenant = null,
    string? Team = null,
    string? Into = null,
    string? MessageKey = null,
    DateTimeOffset? At = null
)
{
    // What this desk may tell, and nothing else that AutoResolve may once know.
    private static readonly Dictionary<string, CaseEventKind> Kinds = new(StringComparer.Ordinal)
    {
        ["closed"] = CaseEventKind.Closed,
        ["reopened"] = CaseEventKind.Reopened,
        ["reassigned"] = CaseEventKind.Reassigned,
        ["merged"] = CaseEventKind.Merged,
        ["undelivered"] = CaseEventKind.Undelivered,
        ["personReplied"] = CaseEventKind.PersonReplied,
    };

    public CaseReference Reference => Checked.Case(Tenant, IssueId);

    /// <returns>Null where events of that kind are not taken.</returns>
    public CaseEvent? ToEvent() =>
        Kinds.TryGetValue(Kind, out var kind)
            ? new CaseEvent
            {
                Id = Checked.Id(Id),
                Kind = kind,
                Team = Team,
                Into = Into is null ? null : Checked.Case(Tenant, Into),
                MessageKey = MessageKey,
                At = At,
            }
            : null;
}
