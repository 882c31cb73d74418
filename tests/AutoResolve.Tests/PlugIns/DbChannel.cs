namespace AutoResolve.Tests.PlugIns;

/// <summary>A channel with a service that lives as long as a scope.</summary>
internal sealed class DbChannel(Db db) : IAnswerChannel
{
    public async ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
        await db.UseAsync("send", () => Task.FromResult(true));

    public async ValueTask AskAsync(
        Issue issue,
        IReadOnlyList<Question> questions,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => await db.UseAsync("ask", () => Task.FromResult(true));
}
