using AutoResolve;

namespace HelpDesk.Desk;

/// <summary>Tickets in memory. A key that came before changes nothing.</summary>
internal sealed class TicketDesk : ITicketSystem
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<CaseReference, Ticket> _tickets = [];

    public Ticket? Find(CaseReference reference)
    {
        lock (_lock)
            return _tickets.GetValueOrDefault(reference);
    }

    public ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => WriteAsync(reference, idempotencyKey, ticket => ticket.To(team, handover.Summary));

    public ValueTask EscalateAsync(
        CaseReference reference,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => WriteAsync(reference, idempotencyKey, ticket => ticket.To(handover.Team ?? "first line", handover.Summary));

    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken) =>
        WriteAsync(reference, idempotencyKey, ticket => ticket.With([.. update.Turns.Select(turn => turn.Text), update.Summary]));

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => WriteAsync(reference, idempotencyKey, ticket => ticket.With([$"Tags: {string.Join(", ", tags)}"]));

    private ValueTask WriteAsync(CaseReference reference, string key, Func<Ticket, Ticket> change)
    {
        lock (_lock)
        {
            if (_keys.Add(key))
                _tickets[reference] = change(_tickets.GetValueOrDefault(reference) ?? Ticket.New);
        }

        return default;
    }
}
