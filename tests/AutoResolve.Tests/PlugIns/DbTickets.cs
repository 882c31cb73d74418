namespace AutoResolve.Tests.PlugIns;

/// <summary>A ticket system with a service that lives as long as a scope.</summary>
internal sealed class DbTickets(Db db, DbScript script) : ITicketSystem
{
    public ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => TellAsync("route");

    public ValueTask EscalateAsync(
        CaseReference reference,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => TellAsync("escalate");

    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken) =>
        TellAsync("update");

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => TellAsync("tag");

    private async ValueTask TellAsync(string what) => await db.UseAsync(what, async () =>
        {
            await script.Tell();
            return true;
        });
}
