namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>tag</c>: files the issue under words.</summary>
internal sealed class TagHandler(ITicketSystem tickets) : IActionHandler<TagParameters>, IActionDryRun<TagParameters>
{
    public string Name => BuiltInHandlers.Tag;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<TagParameters> context, CancellationToken cancellationToken)
    {
        if (TagsOf(context) is not { Count: > 0 } tags)
            return NoTags;
        await tickets.TagAsync(CaseReference.Of(context.Issue), tags, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<TagParameters> context, CancellationToken cancellationToken) =>
        new(TagsOf(context) is { Count: > 0 } tags ? ActionOutcome.Succeeded($"Would file the issue under {tags.Count} tags.") : NoTags);

    private static ActionOutcome NoTags => ActionOutcome.Failed("Neither the action nor the decision has a tag.");

    // A template whose values are missing renders to nothing.
    private static List<string> TagsOf(ActionContext<TagParameters> context) =>
        [
            .. (context.Parameters.Tags ?? context.Resolution.Tags)
                .Where(tag => !string.IsNullOrWhiteSpace(tag))
                .Select(tag => tag.Trim())
                .Distinct(StringComparer.Ordinal),
        ];
}
