using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>A journal that does not do what it says.</summary>
internal sealed class SabotagedJournal(IJournal inner, Sabotage sabotage) : DecoratedJournal(inner)
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _sought = new();
    private readonly JournalSecrets _secrets = new(JournalSecret.Create());

    private bool IgnoresLeases => sabotage == Sabotage.IgnoreLeases;

    public override async ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default)
    {
        var secrets = await base.OpenAsync(cancellationToken);
        return sabotage == Sabotage.TwoKeys ? _secrets : secrets;
    }

    public override async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        if (sabotage == Sabotage.SkipIntents)
            entries = [.. entries.Where(entry => entry.Kind != JournalEntryKind.Intent)];
        if (IgnoresLeases && change is not null)
            change = change with { TakesUp = false };
        if (sabotage != Sabotage.WriteLate)
            return await base.AppendAsync(entries, change, cancellationToken);
        List<JournalEntry> copy = [.. entries];
        List<Task> seeking = [.. copy.Where(entry => entry.Kind == JournalEntryKind.Intent).Select(entry => SeekingOf(entry.Key!).Task)];
        _ = Task.Run(
            async () =>
            {
                await Task.WhenAll(seeking);
                await Task.Delay(Late, CancellationToken.None);
                await base.AppendAsync(copy, change, CancellationToken.None);
            },
            CancellationToken.None
        );
        return new AppendResult(1);
    }

    public override async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var entry in base.ReadAsync(query, cancellationToken))
            yield return entry;
        foreach (var key in query.Keys ?? [])
        {
            if (_sought.TryGetValue(key, out var seeking))
                seeking.TrySetResult();
        }
    }

    public override async ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        var record = await base.FindCaseAsync(reference, cancellationToken);
        return record is not null && IgnoresLeases ? record with { IsLeased = false } : record;
    }

    public override IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default) =>
        base.ReadCasesAsync(
            IgnoresLeases && query.IsLapsed ? query with { IsLapsed = false, Owner = CaseOwner.Automation } : query,
            cancellationToken
        );

    private TaskCompletionSource SeekingOf(string key) =>
        _sought.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
