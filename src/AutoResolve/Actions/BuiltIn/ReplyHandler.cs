namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>reply</c>: hands the decision's answer to the host's channel.</summary>
internal sealed class ReplyHandler(IAnswerChannel channel) : IActionHandler<NoParameters>, IActionDryRun<NoParameters>
{
    public string Name => BuiltInHandlers.Reply;

    public ActionSafety Safety => ActionSafety.Answer;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken)
    {
        if (AnswerOf(context) is not { } answer)
            return NoAnswer;
        await channel.SendAsync(context.Issue, answer, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(
            AnswerOf(context) is { } answer ? ActionOutcome.Succeeded($"Would send the answer, in the language {answer.Locale}.") : NoAnswer
        );

    private static ActionOutcome NoAnswer => ActionOutcome.Failed("The decision has no answer to send.");

    private static Answer? AnswerOf(ActionContext<NoParameters> context) =>
        context.Resolution.Answer is { } answer && (!string.IsNullOrWhiteSpace(answer.Text) || answer.Steps.Count > 0) ? answer : null;
}
