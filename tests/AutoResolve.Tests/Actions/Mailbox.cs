namespace AutoResolve.Tests.Actions;

/// <summary>A channel that remembers what it sent.</summary>
internal sealed class Mailbox : IAnswerChannel
{
    public List<string> Sent { get; } = [];

    public List<string> Keys { get; } = [];

    /// <summary>What happens before anything is sent.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
        AddAsync(answer.Text, idempotencyKey, cancellationToken);

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken) =>
        AddAsync(string.Join(" ", questions.Select(question => question.Text)), idempotencyKey, cancellationToken);

    private async ValueTask AddAsync(string text, string key, CancellationToken cancellationToken)
    {
        Keys.Add(key);
        await Before(cancellationToken);
        Sent.Add(text);
    }
}
