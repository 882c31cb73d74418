namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>escalate</c>: hands the issue to a person, with what is known.</summary>
internal sealed class EscalateHandler(ITicketSystem tickets) : IActionHandler<EscalateParameters>, IActionDryRun<EscalateParameters>
{
    public const string About = "about";

    public string Name => BuiltInHandlers.Escalate;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<EscalateParameters> context, CancellationToken cancellationToken)
    {
        var handover = context.Resolution.Handover ?? Handover.Of(context.Resolution);
        await tickets
            .EscalateAsync(CaseReference.Of(context.Issue), handover, context.IdempotencyKey, cancellationToken)
            .ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<EscalateParameters> context, CancellationToken cancellationToken) =>
        new(
            ActionOutcome.Succeeded(
                context.Resolution.Team is { } team
                    ? $"Would hand the issue to a person of the team '{team}'."
                    : "Would hand the issue to a person."
            )
        );
}
