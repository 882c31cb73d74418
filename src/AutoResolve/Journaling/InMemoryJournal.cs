using System.Runtime.CompilerServices;

namespace AutoResolve.Journaling;

/// <summary>A journal that ends with the process: for tests and trials. It promises nothing after a crash.</summary>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _rulebooks = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var keys = entries.Select(entry => entry.Key).OfType<string>().ToList();
            var taken = keys.Find(_keys.Contains) ?? keys.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key;
            if (taken is not null)
                return new(new AppendResult(0, taken));
            var first = _entries.Count + 1;
            _keys.UnionWith(keys);
            _closed.UnionWith(entries.Select(entry => entry.Closes).OfType<string>());
            _entries.AddRange(entries.Select((entry, place) => entry with { Sequence = first + place }));
            return new(new AppendResult(first, null));
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var entry in Select(query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
        [
            .. Select(query with { Limit = null })
                .GroupBy(entry => (entry.Kind, entry.Label))
                .OrderBy(same => same.Key.Kind)
                .ThenBy(same => same.Key.Label, StringComparer.Ordinal)
                .Select(same => new JournalCount(same.Key.Kind, same.Key.Label, same.LongCount())),
        ]);
    }

    /// <inheritdoc />
    public ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        lock (_lock)
            _rulebooks.TryAdd(revision, archive.ToArray());
        return default;
    }

    /// <inheritdoc />
    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        lock (_lock)
            return new(_rulebooks.TryGetValue(revision, out var archive) ? archive : (ReadOnlyMemory<byte>?)null);
    }

    private List<JournalEntry> Select(JournalQuery query)
    {
        lock (_lock)
        {
            var found = _entries.Where(entry =>
                (query.Kinds.Count == 0 || query.Kinds.Contains(entry.Kind))
                && (query.IssueId is null || query.IssueId == entry.IssueId)
                && (query.Key is null || query.Key == entry.Key)
                && (query.RuleId is null || query.RuleId == entry.RuleId)
                && (query.RuleVersion is null || query.RuleVersion == entry.RuleVersion)
                && (query.Group is null || query.Group == entry.Group)
                && (query.From is null || query.From <= entry.At)
                && (query.Before is null || query.Before > entry.At)
                && query.AfterSequence < entry.Sequence
                && (!query.Unfinished || (entry.IsOpen && (entry.Key is null || !_closed.Contains(entry.Key)))));
            found = query.NewestFirst ? found.Reverse() : found;
            return [.. query.Limit is { } limit ? found.Take(limit) : found];
        }
    }
}
