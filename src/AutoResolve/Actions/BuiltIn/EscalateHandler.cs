namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>escalate</c>: hands the issue to a person, with what is known.</summary>
internal sealed class EscalateHandler(ITicketSystem tickets) : IActionHandler<NoParameters>, IActionRehearsal<NoParameters>
{
    public const string Called = "escalate";

    public string Name => Called;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken)
    {
        await tickets.EscalateAsync(
            CaseReference.Of(context.Issue), context.Resolution.Handover, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> RehearseAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(
            ActionOutcome.Succeeded(
            context.Resolution.Team is { } team
            ? $"Would hand the issue to a person of the team '{team}'."
            : "Would hand the issue to a person."));
}
