namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>reply</c>: hands the answer of the decision to the host's channel.</summary>
internal sealed class ReplyHandler(IAnswerChannel channel) : IActionHandler<NoParameters>
{
    public string Name => "reply";

    public ActionSafety Safety => ActionSafety.Answer;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken)
    {
        if (context.Resolution.Answer is not { } answer)
            return ActionOutcome.Failed("The rule gives no answer that could be sent: add 'answer' or 'steps' to it.");
        await channel.SendAsync(context.Issue, answer, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }
}
