namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>ask</c>: hands the decision's questions to the host's channel.</summary>
internal sealed class AskHandler(IAnswerChannel channel) : IActionHandler<NoParameters>, IActionDryRun<NoParameters>
{
    public string Name => BuiltInHandlers.Ask;

    public ActionSafety Safety => ActionSafety.Answer;

    public bool IsIdempotent => true;

    private static ActionOutcome NoQuestions => ActionOutcome.Failed("The decision has no question to ask.");

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken)
    {
        if (context.Resolution.Questions is not { Count: > 0 } questions)
            return NoQuestions;
        await channel.AskAsync(context.Issue, questions, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(
            context.Resolution.Questions is { Count: > 0 } questions
                ? ActionOutcome.Succeeded($"Would ask {string.Join(", ", questions.Select(question => question.Id))}.")
                : NoQuestions
        );
}
