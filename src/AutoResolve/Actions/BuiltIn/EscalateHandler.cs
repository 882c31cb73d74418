namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>escalate</c>: hands the issue to a person, with everything that is known.</summary>
internal sealed class EscalateHandler(IEnumerable<ITicketSystem> systems) : IActionHandler<NoParameters>
{
    public string Name => "escalate";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken)
    {
        foreach (var system in systems)
            await system.EscalateAsync(context.Issue.Id, context.Resolution.Handover, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }
}
