namespace AutoResolve;

/// <summary>
/// Delivers answers and questions to whoever wrote, customers or agents: the host's mail, chat, portal or desk. The handlers <c>reply
/// </c> and <c>ask </c> use it.
/// </summary>
/// <remarks>Each call must be idempotent by its key. A key comes a second time only where a fault fell between a call and its
/// record. Made for each call, in a scope of its own, unless the host registers it as a singleton.</remarks>
public interface IAnswerChannel
{
    /// <summary>Hands an answer over.</summary>
    /// <param name="issue">The issue that it answers, with its <see cref="Issue.Tenant"/>. After a restart it is the journal's copy, in
    /// which personal data is masked.</param>
    /// <param name="answer">The answer, in the encoding of the issue's channel; <see cref="Answer.Reader"/> says who is to read it.</param>
    /// <param name="idempotencyKey">The same for each attempt at the same answer. A channel that is given one a second time must not send
    /// again.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>
    /// Asks a customer for what is missing. The answers belong into the fields of a <see cref="Turn"/>, or into
    /// <see cref="Issue.Fields"/> of the issue when it is delivered again.
    /// </summary>
    /// <param name="issue">The issue that they are about, with its <see cref="Issue.Tenant"/>. After a restart it is the journal's copy,
    /// in which personal data is masked.</param>
    /// <param name="questions">The questions, at least one, in the encoding of the issue's channel; <see cref="Question.Reader"/> says
    /// who is to read them, all the same.</param>
    /// <param name="idempotencyKey">The same for each attempt at the same questions. A channel that is given one a second time must not
    /// ask again.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken);
}
