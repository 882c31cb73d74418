using AutoResolve.Journaling;

namespace AutoResolve.Testing;

/// <summary>A store while a check tries it: its first host, others, and what checks often do.</summary>
internal sealed class JournalTrial(JournalTestStore store) : IAsyncDisposable
{
    public const int Writers = 64;

    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly CaseReference Case = new("tenant", "case-1");

    private readonly List<IJournal> _opened = [];

    /// <summary>A stretch of time that does not pass by itself.</summary>
    public TimeSpan Unit => store.Unit;

    public static JournalEntry Entry(string? key = null, JournalEntryKind kind = JournalEntryKind.Decision) =>
        new()
        {
            At = Time,
            Kind = kind,
            Key = key,
            IssueId = "issue-1",
            Label = "answered",
        };

    public static JournalEntry[] Entries(int count, string keys) =>
        [.. Enumerable.Range(0, count).Select(number => Entry($"{keys}-{number}"))];

    public static CaseRecord Record(CaseReference? reference = null) =>
        new() { Reference = reference ?? Case, Owner = CaseOwner.Automation };

    /// <summary>A change of a case that leaves all else open.</summary>
    public static CaseChange Change(long expected, CaseReference? reference = null) =>
        new() { Case = Record(reference), ExpectedVersion = expected };

    /// <summary>Opens the store as another host.</summary>
    public async Task<IJournal> OpenAsync()
    {
        var journal = store.Open();
        _opened.Add(journal);
        await journal.OpenAsync().ConfigureAwait(false);
        return journal;
    }

    public Task PassAsync(TimeSpan time) => store.PassAsync(time);

    public static async Task<List<JournalEntry>> ListAsync(IJournal journal, JournalQuery? query = null)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query ?? new JournalQuery()).ConfigureAwait(false))
            entries.Add(entry);
        return entries;
    }

    public static async Task<List<string?>> KeysAsync(IJournal journal, JournalQuery? query = null) =>
        [.. (await ListAsync(journal, query).ConfigureAwait(false)).Select(entry => entry.Key)];

    public static async Task<List<CaseRecord>> CasesAsync(IJournal journal, CaseQuery? query = null)
    {
        List<CaseRecord> cases = [];
        await foreach (var record in journal.ReadCasesAsync(query ?? new CaseQuery()).ConfigureAwait(false))
            cases.Add(record);
        return cases;
    }

    /// <summary>Has many do something at the same time.</summary>
    public static async Task<T[]> AllAtOnceAsync<T>(Func<int, ValueTask<T>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acting = Enumerable
            .Range(0, Writers)
            .Select(writer =>
                Task.Run(async () =>
                {
                    await start.Task.ConfigureAwait(false);
                    return await act(writer).ConfigureAwait(false);
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(acting).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _opened)
        {
            if (journal is IAsyncDisposable asynchronously)
                await asynchronously.DisposeAsync().ConfigureAwait(false);
            else if (journal is IDisposable disposable)
                disposable.Dispose();
        }
    }
}
