using AutoResolve;

namespace Workers;

/// <summary>In the place of a channel to customers. A real one heeds the key.</summary>
internal sealed class PrintingChannel : IAnswerChannel
{
    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
        Print($"{issue.Id}: answered");

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken) =>
        Print($"{issue.Id}: asked {questions.Count} question(s)");

    private static ValueTask Print(string line)
    {
        Console.WriteLine(line);
        return ValueTask.CompletedTask;
    }
}
