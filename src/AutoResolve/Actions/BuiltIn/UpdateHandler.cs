namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>update</c>: adds what a later turn brought to the open ticket of the case.</summary>
internal sealed class UpdateHandler(ITicketSystem tickets) : IActionHandler<UpdateParameters>, IActionDryRun<UpdateParameters>
{
    public const string About = "about";

    public string Name => BuiltInHandlers.Update;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<UpdateParameters> context, CancellationToken cancellationToken)
    {
        var handover = context.Resolution.Handover ?? Handover.Of(context.Resolution);
        var update = new CaseUpdate
        {
            Summary = handover.Summary,
            Turns = context.NewTurns,
            Handover = handover,
        };
        await tickets.UpdateAsync(CaseReference.Of(context.Issue), update, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<UpdateParameters> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded("Would add to the open ticket what is new."));
}
