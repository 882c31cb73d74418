namespace AutoResolve.Tests.Actions;

/// <summary>A channel that remembers what it sent.</summary>
internal sealed class Mailbox : IAnswerChannel
{
    public List<string> Sent { get; } = [];

    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken)
    {
        Sent.Add(answer.Text);
        return default;
    }

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken)
    {
        Sent.Add(string.Join(" ", questions.Select(question => question.Text)));
        return default;
    }
}
