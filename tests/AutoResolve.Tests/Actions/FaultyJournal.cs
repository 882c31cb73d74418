using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Tests.Actions;

/// <summary>A journal that fails where a test says.</summary>
internal sealed class FaultyJournal : IJournal
{
    private readonly InMemoryJournal _journal;

    private readonly Time _time;

    public FaultyJournal() => _journal = new InMemoryJournal(_time = new Time());

    private FaultyJournal(FaultyJournal other) => (_journal, _time) = (other._journal, other._time);

    /// <summary>The journal's own clock, by which leases lapse.</summary>
    public TimeProvider Clock
    {
        get => _time.Inner;
        set => _time.Inner = value;
    }

    /// <summary>Whether nothing can be written.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether an entry cannot be written.</summary>
    public Func<JournalEntry, bool> Refuses { get; set; } = _ => false;

    /// <summary>Whether an entry is written, and whoever writes it is told that it could not be.</summary>
    public Func<JournalEntry, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>What a reader waits for, who has seen already what he will be told.</summary>
    public Func<JournalQuery, Task> Reading { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called with each write.</summary>
    public Action Appended { get; set; } = () => { };

    /// <summary>What whoever renews a lease waits for, which is renewed by then.</summary>
    public Func<CaseReference, Task> Renewed { get; set; } = _ => Task.CompletedTask;

    public bool CannotBeRead { get; set; }

    public bool CannotKeepRulebooks { get; set; }

    /// <summary>The secrets of this host; null for those of the journal.</summary>
    public JournalSecrets? Secrets { get; set; }

    public ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default) =>
        Secrets is { } secrets ? new(secrets) : _journal.OpenAsync(cancellationToken);

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        Appended();
        return IsDown || entries.Any(Refuses) ? throw new JournalException("The disk is full.")
            : entries.Any(LosesAnswer) ? AppendAndLoseAsync(entries, change, cancellationToken)
            : _journal.AppendAsync(entries, change, cancellationToken);
    }

    public async ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        if (IsDown)
            throw new JournalException("The disk is full.");
        var isRenewed = await _journal.RenewAsync(reference, version, lease, cancellationToken);
        await Renewed(reference);
        return isRenewed;
    }

    public ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default) =>
        CannotBeRead ? throw new JournalException("The disk is gone.") : _journal.FindCaseAsync(reference, cancellationToken);

    public IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default) =>
        CannotBeRead ? throw new JournalException("The disk is gone.") : _journal.ReadCasesAsync(query, cancellationToken);

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (CannotBeRead)
            throw new JournalException("The disk is gone.");
        var entries = await _journal.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken);
        await Reading(query);
        foreach (var entry in entries)
            yield return entry;
    }

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        CannotBeRead ? throw new JournalException("The disk is gone.") : _journal.CountAsync(query, cancellationToken);

    public ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) =>
        CannotKeepRulebooks
            ? throw new JournalException("The disk is full.")
            : _journal.SaveRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) =>
        _journal.FindRulebookAsync(revision, cancellationToken);

    /// <summary>The same journal as another host sees it.</summary>
    public FaultyJournal ForAnotherHost() => new(this);

    private sealed class Time : TimeProvider
    {
        public TimeProvider Inner { get; set; } = System;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow();
    }

    private async ValueTask<AppendResult> AppendAndLoseAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change,
        CancellationToken cancellationToken
    )
    {
        await _journal.AppendAsync(entries, change, cancellationToken);
        throw new JournalException("The server is gone.");
    }
}
