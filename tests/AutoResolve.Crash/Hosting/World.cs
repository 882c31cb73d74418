using System.Diagnostics;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>
/// What is changed by calls, which it writes down. Each takes a while before and after, so that a fault can fall on either side of it.
/// </summary>
internal sealed class World(HostFiles files, HeldCases held, IJournal journal, HostSettings settings)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Meeting _meeting = new(settings);
    private readonly Random _random = new(HashCode.Combine(settings.Seed, Environment.ProcessId));

    /// <summary>Something is done for a turn.</summary>
    public async ValueTask<ActionOutcome> DoAsync(string kind, ActionContext<Target> context, CancellationToken cancellationToken)
    {
        var reference = CaseReference.Of(context.Issue);
        var about = About(context.Issue, context.NewTurns);
        await CallAsync(kind, reference, about, context.Parameters.Step, context.IdempotencyKey, cancellationToken);
        if (settings.Sabotage == Sabotage.CallTwice && !CallKinds.NotRepeatable.Contains(kind))
            await CallAsync(kind, reference, about, context.Parameters.Step, context.IdempotencyKey, cancellationToken);
        return ActionOutcome.Succeeded();
    }

    /// <summary>Something is said to a customer.</summary>
    public Task SayAsync(string kind, Issue issue, string content, string key, CancellationToken cancellationToken) =>
        CallAsync(kind, CaseReference.Of(issue), About(issue, issue.Turns), content, key, cancellationToken);

    /// <summary>A person or a team is told.</summary>
    public Task TellAsync(
        string kind,
        CaseReference reference,
        string? content,
        Handover handover,
        string key,
        CancellationToken cancellationToken
    ) => CallAsync(kind, reference, null, content ?? "", key, cancellationToken, handover.Actions);

    private async Task CallAsync(
        string kind,
        CaseReference reference,
        string? about,
        string content,
        string key,
        CancellationToken cancellationToken,
        IReadOnlyList<ActionReport>? told = null
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var since = held.Find(reference) ?? begun;
        await WaitAsync(cancellationToken);
        var (isIntended, isEnded) = await ReadAsync(kind, key);
        files.Calls.Add(
            new Call
            {
                Host = settings.Name,
                Kind = kind,
                Case = reference.ToString(),
                About = about,
                Content = content,
                Key = key,
                Held = since,
                Begun = begun,
                Seen = Stopwatch.GetTimestamp(),
                SawIntent = isIntended,
                SawResult = isEnded,
                Told = (told ?? []).DistinctBy(action => action.Key).ToDictionary(action => action.Key, action => action.State),
            }
        );
        if (settings.Sabotage == Sabotage.IgnoreLeases && kind == CallKinds.SetFlag)
            await _meeting.WaitAsync(key, cancellationToken);
        await WaitAsync(cancellationToken);
    }

    // On a connection of its own, and so only what is committed. Whatever becomes of the journal, this must be known.
    private async Task<(bool IsIntended, bool IsEnded)> ReadAsync(string kind, string key)
    {
        var (intent, result) = kind == CallKinds.ClearFlag ? ("undo/", "undone/") : ("intent/", "result/");
        while (true)
        {
            try
            {
                HashSet<string> found = [];
                await foreach (var entry in journal.ReadAsync(new JournalQuery { Keys = [intent + key, result + key] }))
                    found.Add(entry.Key!);
                return (found.Contains(intent + key), found.Contains(result + key));
            }
            catch (JournalException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    // The same for the same decision, also where it is taken up again and turns are in another order.
    private static string About(Issue issue, IReadOnlyList<Turn> turns) =>
        $"{issue.Text.Split(' ')[0]} {string.Join(' ', turns.Select(turn => turn.Id).Order(StringComparer.Ordinal))}".TrimEnd();

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_random)
            wait = settings.WaitLimit * _random.NextDouble();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellationToken);
    }
}
