namespace AutoResolve.Crash.Hosting;

/// <summary>A ticket system that writes down what it is given.</summary>
internal sealed class RecordingTickets(World world) : ITicketSystem
{
    public async ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => await world.TellAsync(CallKinds.Route, reference, team, handover, idempotencyKey, cancellationToken);

    public async ValueTask EscalateAsync(
        CaseReference reference,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => await world.TellAsync(CallKinds.Escalate, reference, handover.Team, handover, idempotencyKey, cancellationToken);

    public async ValueTask UpdateAsync(
        CaseReference reference,
        CaseUpdate update,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => await world.TellAsync(CallKinds.Update, reference, update.Summary, update.Handover, idempotencyKey, cancellationToken);

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => default;
}
