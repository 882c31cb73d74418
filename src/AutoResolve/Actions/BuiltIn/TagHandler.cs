namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>tag</c>: files the issue under words.</summary>
internal sealed class TagHandler(IEnumerable<ITicketSystem> systems) : IActionHandler<TagParameters>
{
    public string Name => "tag";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<TagParameters> context, CancellationToken cancellationToken)
    {
        foreach (var system in systems)
            await system.TagAsync(context.Issue.Id, context.Parameters.Tags ?? context.Resolution.Tags, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }
}
