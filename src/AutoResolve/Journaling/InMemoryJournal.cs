using System.Runtime.CompilerServices;

namespace AutoResolve.Journaling;

/// <summary>A journal that ends with the process: for tests and trials. It promises nothing after a crash.</summary>
public sealed class InMemoryJournal : IErasableJournal
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly Dictionary<CaseReference, List<int>> _byCase = [];
    private readonly Dictionary<string, List<int>> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<CaseReference, LeasedCase> _cases = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _rulebooks = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly JournalSecrets _secrets;

    /// <summary>Creates an empty one with a secret of its own.</summary>
    public InMemoryJournal()
        : this(TimeProvider.System) { }

    /// <summary>Creates an empty one.</summary>
    /// <param name="timeProvider">The journal's clock, by which leases lapse.</param>
    /// <param name="secrets">Its secrets; null for a new one.</param>
    public InMemoryJournal(TimeProvider timeProvider, JournalSecrets? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        (_timeProvider, _secrets) = (timeProvider, secrets ?? new JournalSecrets(JournalSecret.Create()));
    }

    /// <inheritdoc />
    public ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default) => new(_secrets);

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (change is null)
            ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        cancellationToken.ThrowIfCancellationRequested();
        var keys = entries.Select(entry => entry.Key).OfType<string>().ToList();
        if (keys.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } repeated)
            return new(new AppendResult(0, repeated.Key));
        lock (_lock)
        {
            if (change is not null && !IsExpected(change))
                return new(new AppendResult(0, IsStale: true));
            if (keys.Find(_keys.ContainsKey) is { } taken)
                return new(new AppendResult(0, taken));
            var first = _entries.Count + 1;
            foreach (var entry in entries)
                Add(entry);
            if (change is not null)
                _cases[change.Case.Reference] = new LeasedCase(
                    change.Case with
                    {
                        Version = change.ExpectedVersion + 1,
                        IsLeased = false,
                    },
                    LeaseEnd(change.Lease)
                );
            return new(new AppendResult(first));
        }
    }

    /// <inheritdoc />
    public ValueTask<bool> RenewAsync(CaseReference reference, long version, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_cases.TryGetValue(reference, out var known) || known.Record.Version != version)
                return new(false);
            _cases[reference] = known with { LeasedUntil = LeaseEnd(lease) };
            return new(true);
        }
    }

    /// <inheritdoc />
    public ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (_lock)
            return new(_cases.TryGetValue(reference, out var known) ? Read(known) : null);
    }

    /// <inheritdoc />
    public ValueTask<int> EraseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var count = 0;
            foreach (var place in _byCase.GetValueOrDefault(reference, []))
            {
                var erased = JournalErasure.Erase(_entries[place]);
                count += ReferenceEquals(erased, _entries[place]) ? 0 : 1;
                _entries[place] = erased;
            }

            return new(count);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<CaseRecord> ReadCasesAsync(
        CaseQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in Select(query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
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
        return new([
            .. Select(query with { Limit = null })
                .GroupBy(entry => (entry.Kind, entry.Label))
                .OrderBy(same => same.Key.Kind)
                .ThenBy(same => same.Key.Label, StringComparer.Ordinal)
                .Select(same => new JournalCount(same.Key.Kind, same.Key.Label, same.LongCount())),
        ]);
    }

    /// <inheritdoc />
    public ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
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

    private bool IsExpected(CaseChange change) =>
        _cases.TryGetValue(change.Case.Reference, out var known)
            ? known.Record.Version == change.ExpectedVersion && !(change.TakesUp && IsLeased(known))
            : change.ExpectedVersion == 0;

    private void Add(JournalEntry entry)
    {
        if (entry.Key is { } key)
            _keys.Add(key, _entries.Count);
        if (entry.Closes is { } closes)
            _closed.Add(closes);
        var reference = new CaseReference(entry.Tenant, entry.IssueId);
        if (!_byCase.TryGetValue(reference, out var places))
            _byCase.Add(reference, places = []);
        places.Add(_entries.Count);
        if (entry.Group is { } group)
        {
            if (!_byGroup.TryGetValue(group, out var members))
                _byGroup.Add(group, members = []);
            members.Add(_entries.Count);
        }

        _entries.Add(entry with { Sequence = _entries.Count + 1, Tenant = reference.Tenant });
    }

    private DateTimeOffset? LeaseEnd(TimeSpan? lease)
    {
        var now = _timeProvider.GetUtcNow();
        if (lease is not { } length)
            return null;
        return length < DateTimeOffset.MaxValue - now ? now + length : DateTimeOffset.MaxValue;
    }

    private bool IsLeased(LeasedCase known) => known.LeasedUntil > _timeProvider.GetUtcNow();

    private CaseRecord Read(LeasedCase known) => known.Record with { IsLeased = IsLeased(known) };

    private List<CaseRecord> Select(CaseQuery query)
    {
        lock (_lock)
        {
            var found = _cases
                .Values.Where(known =>
                    (query.Owner is null || query.Owner == known.Record.Owner)
                    && (!query.IsOpen || known.Record.Owner != CaseOwner.Nobody)
                    && (query.Team is null || query.Team == known.Record.Team)
                    && (query.Tenant is null || query.Tenant == (known.Record.Reference.Tenant ?? ""))
                    && (!query.IsLapsed || (known.LeasedUntil is not null && !IsLeased(known)))
                    && (query.DueUntil is not { } until || (known.Record.Due <= until && !IsLeased(known)))
                    && (query.RequesterKey is null || query.RequesterKey == known.Record.RequesterKey)
                )
                .Select(Read)
                .OrderBy(record => record.Reference.Tenant ?? "", StringComparer.Ordinal)
                .ThenBy(record => record.Reference.IssueId, StringComparer.Ordinal)
                .Where(record => query.After is not { } after || IsAfter(record.Reference, after));
            return [.. query.Limit is { } limit ? found.Take(limit) : found];
        }
    }

    private static bool IsAfter(CaseReference reference, CaseReference after)
    {
        var order = string.CompareOrdinal(reference.Tenant ?? "", after.Tenant ?? "");
        return order > 0 || (order == 0 && string.CompareOrdinal(reference.IssueId, after.IssueId) > 0);
    }

    private List<JournalEntry> Select(JournalQuery query)
    {
        lock (_lock)
        {
            var found = Candidates(query)
                .Where(entry =>
                    (query.Kinds.Count == 0 || query.Kinds.Contains(entry.Kind))
                    && (query.IssueId is null || query.IssueId == entry.IssueId)
                    && (query.Case is null || query.Case == new CaseReference(entry.Tenant, entry.IssueId))
                    && (query.Keys.Count == 0 || (entry.Key is not null && query.Keys.Contains(entry.Key)))
                    && (query.RuleId is null || query.RuleId == entry.RuleId)
                    && (query.RuleVersion is null || query.RuleVersion == entry.RuleVersion)
                    && (query.Groups.Count == 0 || (entry.Group is not null && query.Groups.Contains(entry.Group)))
                    && (query.From is null || query.From <= entry.At)
                    && (query.Before is null || query.Before > entry.At)
                    && query.AfterSequence < entry.Sequence
                    && (!query.Unfinished || (entry.IsOpen && (entry.Key is null || !_closed.Contains(entry.Key))))
                );
            found = query.NewestFirst ? found.Reverse() : found;
            return [.. query.Limit is { } limit ? found.Take(limit) : found];
        }
    }

    // A host that processes many issues must not look through all of them for each.
    private IEnumerable<JournalEntry> Candidates(JournalQuery query)
    {
        if (query.Keys.Count > 0)
        {
            var places = query.Keys.Distinct(StringComparer.Ordinal).Where(_keys.ContainsKey).Select(key => _keys[key]);
            return places.Order().Select(place => _entries[place]);
        }

        if (query.Groups.Count > 0)
        {
            var places = query.Groups.Distinct(StringComparer.Ordinal).SelectMany(group => _byGroup.GetValueOrDefault(group, []));
            return places.Order().Select(place => _entries[place]);
        }

        if (query.Case is { } reference)
            return _byCase.GetValueOrDefault(reference, []).Select(place => _entries[place]);
        return _entries;
    }

    private sealed record LeasedCase(CaseRecord Record, DateTimeOffset? LeasedUntil);
}
