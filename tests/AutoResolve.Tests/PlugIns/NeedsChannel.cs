namespace AutoResolve.Tests.PlugIns;

/// <summary>A channel of what no host has.</summary>
internal sealed class NeedsChannel(INeeded needed) : IAnswerChannel
{
    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{needed}");

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{needed}");
}
