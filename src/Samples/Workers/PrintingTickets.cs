using AutoResolve;

namespace Workers;

/// <summary>In the place of a ticket system. A real one heeds the key.</summary>
internal sealed class PrintingTickets : ITicketSystem
{
    public ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => Print($"{reference}: team {team}");

    public ValueTask EscalateAsync(
        CaseReference reference,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => Print($"{reference}: a person, since {handover.Summary}");

    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken) =>
        Print($"{reference}: more for its ticket");

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => Print($"{reference}: {string.Join(", ", tags)}");

    private static ValueTask Print(string line)
    {
        Console.WriteLine(line);
        return ValueTask.CompletedTask;
    }
}
