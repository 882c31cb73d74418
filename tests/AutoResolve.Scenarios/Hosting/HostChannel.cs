using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>A host's way to the channel that all hosts share.</summary>
internal sealed class HostChannel(Life life, World world) : IAnswerChannel
{
    public async ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken)
    {
        string[] texts = [answer.Text, .. answer.Steps.Select(step => step.Text)];
        var line = string.Join(" | ", texts.Where(text => !string.IsNullOrWhiteSpace(text)));
        await CallAsync(World.Answer, issue, line, idempotencyKey, () =>
            world.Channel.SendAsync(issue, answer, idempotencyKey, cancellationToken)
        );
    }

    public async ValueTask AskAsync(
        Issue issue,
        IReadOnlyList<Question> questions,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var line = string.Join(", ", questions.Select(question => question.Id));
        await CallAsync(World.Ask, issue, line, idempotencyKey, () =>
            world.Channel.AskAsync(issue, questions, idempotencyKey, cancellationToken)
        );
    }

    private async Task CallAsync(string verb, Issue issue, string line, string key, Func<ValueTask> call)
    {
        await life.GoOnAsync();
        await world.CallAsync(verb, CaseReference.Of(issue), key, $": {line}", null, call);
    }
}
