using System.Collections.Concurrent;
using AutoResolve;

namespace HelpDesk.Desk;

/// <summary>Keeps in memory what would be sent. A key that came before changes nothing.</summary>
internal sealed class Outbox : IAnswerChannel
{
    private readonly ConcurrentDictionary<string, OutboxMessage> _sent = new(StringComparer.Ordinal);

    /// <summary>What was sent, by key.</summary>
    public IReadOnlyDictionary<string, OutboxMessage> Sent => _sent;

    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken)
    {
        var lines = answer.Steps.Select((step, place) => $"{place + 1}. {step.Text}").Prepend(answer.Text);
        return AddAsync(issue, lines, idempotencyKey);
    }

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken) =>
        AddAsync(issue, questions.Select(question => question.Text), idempotencyKey);

    private ValueTask AddAsync(Issue issue, IEnumerable<string> lines, string key)
    {
        _sent.TryAdd(key, new OutboxMessage(CaseReference.Of(issue), issue.Requester, string.Join('\n', lines)));
        return default;
    }
}
