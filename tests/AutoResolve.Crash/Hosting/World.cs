using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>What handlers change. Each change takes a while before and after, so that a kill can fall on either side of it.</summary>
internal sealed class World(HostFiles files, IJournal journal, HostSettings settings)
{
    private readonly Random _random = new(HashCode.Combine(settings.Seed, Environment.ProcessId));

    public async ValueTask<ActionOutcome> ChangeAsync(string action, ActionContext<Target> context, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        var sawIntent = await IsIntendedAsync(context, cancellationToken);
        files.Effects.Add(new Effect(context.Parameters.Issue, action, context.IdempotencyKey, context.Attempt, sawIntent).ToString());
        await WaitAsync(cancellationToken);
        return ActionOutcome.Succeeded();
    }

    // On a connection of its own, and so only what is committed.
    private async ValueTask<bool> IsIntendedAsync(ActionContext<Target> context, CancellationToken cancellationToken)
    {
        await foreach (var intent in journal.ReadAsync(new JournalQuery { IssueId = context.Issue.Id, Kinds = [JournalEntryKind.Intent] }, cancellationToken))
        {
            if (intent.Key!.EndsWith(context.IdempotencyKey, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_random)
            return Task.Delay(settings.LongestWait * _random.NextDouble(), cancellationToken);
    }
}
