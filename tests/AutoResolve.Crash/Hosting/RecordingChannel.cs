namespace AutoResolve.Crash.Hosting;

/// <summary>An answer channel that writes down what it is given.</summary>
internal sealed class RecordingChannel(World world) : IAnswerChannel
{
    public async ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
        await world.SayAsync(CallKinds.Reply, issue, answer.Text, idempotencyKey, cancellationToken);

    public async ValueTask AskAsync(
        Issue issue,
        IReadOnlyList<Question> questions,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var asked = string.Join(' ', questions.Select(question => question.Id).Order(StringComparer.Ordinal));
        await world.SayAsync(CallKinds.Ask, issue, asked, idempotencyKey, cancellationToken);
    }
}
