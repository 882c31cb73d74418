namespace AutoResolve;

/// <summary>Delivers answers to customers: the host's mail, chat or portal. The handler <c>reply</c> uses it.</summary>
public interface IAnswerChannel
{
    /// <summary>Hands an answer over.</summary>
    /// <param name="issue">The issue that it answers.</param>
    /// <param name="answer">The answer, in the encoding of the issue's channel.</param>
    /// <param name="idempotencyKey">The same for each attempt at the same answer. A channel that is given one a second time must not send again.</param>
    /// <param name="cancellationToken">Signalled at the time limit, or when the host stops.</param>
    ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken);
}
