using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>A host's way to the ticket system that all hosts share.</summary>
internal sealed class HostTickets(Life life, World world) : ITicketSystem
{
    public async ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        await life.GoOnAsync();
        await world.CallAsync(World.Route, reference, idempotencyKey, $" to {team}", handover, () =>
            world.Tickets.RouteAsync(reference, team, tier, handover, idempotencyKey, cancellationToken)
        );
    }

    public async ValueTask EscalateAsync(
        CaseReference reference,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        await life.GoOnAsync();
        await world.CallAsync(World.Escalate, reference, idempotencyKey, handover.Team is { } team ? $" to {team}" : "", handover, () =>
            world.Tickets.EscalateAsync(reference, handover, idempotencyKey, cancellationToken)
        );
    }

    public async ValueTask UpdateAsync(
        CaseReference reference,
        CaseUpdate update,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        await life.GoOnAsync();
        await world.CallAsync(World.Update, reference, idempotencyKey, "", update.Handover, () =>
            world.Tickets.UpdateAsync(reference, update, idempotencyKey, cancellationToken)
        );
    }

    public async ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        await life.GoOnAsync();
        await world.CallAsync(World.Tag, reference, idempotencyKey, $": {string.Join(", ", tags)}", null, () =>
            world.Tickets.TagAsync(reference, tags, idempotencyKey, cancellationToken)
        );
    }
}
