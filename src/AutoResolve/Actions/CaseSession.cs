using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>
/// Work on one case by one host. What it writes is refused once another host has taken the case up, so that it never counts.
/// </summary>
/// <remarks>Entries are collected until something may happen only after them, so that they share a commit: the decision goes with the
/// first intent, a result with the next intent or with the end.</remarks>
internal sealed class CaseSession(
    IJournal journal,
    CaseRecord? found,
    CaseReference reference,
    string writer,
    TimeSpan lease,
    TimeProvider timeProvider,
    ILogger logger,
    JournalHealth health,
    HostEnd end
) : IDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    private readonly List<JournalEntry> _pending = [];
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1);
    private long _version = found?.Version ?? 0;
    private long _renewed = timeProvider.GetTimestamp();
    private bool _isHeld;
    private volatile bool _isLost;
    private volatile bool _isNotRenewed;

    public CaseReference Reference => reference;

    private TimeSpan SinceRenewed => timeProvider.GetElapsedTime(Interlocked.Read(ref _renewed));

    /// <summary>When what it is about was delivered or taken up, by the host's clock.</summary>
    public long Began { get; set; } = timeProvider.GetTimestamp();

    /// <summary>What the row will hold beside its columns when it is next written.</summary>
    public CaseContent Content { get; set; } = found is null ? new CaseContent() : JournalJson.TryReadCase(found) ?? new CaseContent();

    /// <summary>The hash of who asked, as the row will hold it.</summary>
    public string? RequesterKey { get; set; } = found?.RequesterKey;

    /// <summary>
    /// When the case is to be taken up again once it is let go, and what for; null where it waits for nothing that a host does.
    /// </summary>
    public (DateTimeOffset Due, string DueFor)? Next { get; set; }

    /// <summary>The calendar by which <see cref="Next"/> was reckoned; null for the clock.</summary>
    public string? Calendar { get; set; }

    /// <summary>Whether anything was written.</summary>
    public bool IsBegun => _isHeld;

    /// <summary>Puts an entry with those that are written next.</summary>
    public void Add(JournalEntry entry)
    {
        _pending.Add(entry with { Tenant = reference.Tenant, IssueId = reference.IssueId });
        if (entry.Key is { } key)
            _added.Add(key);
        if (entry.Closes is { } closes)
            _closed.Add(closes);
    }

    /// <summary>Whether an entry was added here.</summary>
    public bool Has(string key) => _added.Contains(key);

    /// <summary>Whether an entry was added here that finishes another.</summary>
    public bool HasClosed(string key) => _closed.Contains(key);

    /// <summary>Takes the case up without deciding anything.</summary>
    /// <returns>False where another host was first.</returns>
    public async Task<bool> TryTakeUpAsync()
    {
        try
        {
            await WriteAsync().ConfigureAwait(false);
            return true;
        }
        catch (CaseLostException)
        {
            return false;
        }
    }

    /// <summary>Writes what was collected, and goes on holding the case.</summary>
    /// <exception cref="CaseLostException">Another host has taken the case up; nothing was written.</exception>
    /// <exception cref="JournalException">It cannot be written, or is not known to be.</exception>
    public Task WriteAsync() => WriteAsync(new CaseRecord { Reference = reference, Owner = CaseOwner.Automation }, lease);

    /// <summary>Writes what was collected, and lets the case go.</summary>
    /// <param name="owner">Who has to move next.</param>
    /// <param name="team">The team that has it.</param>
    /// <exception cref="CaseLostException">Another host has taken the case up; nothing was written.</exception>
    /// <exception cref="JournalException">It cannot be written, or is not known to be.</exception>
    public Task CloseAsync(CaseOwner owner, string? team) =>
        WriteAsync(
            new CaseRecord
            {
                Reference = reference,
                Owner = owner,
                Team = owner == CaseOwner.Team ? team : null,
                Due = Next?.Due,
                DueFor = Next?.DueFor,
                Calendar = Calendar,
            },
            null
        );

    /// <summary>Writes what was collected, and leaves the case as it was.</summary>
    public Task LeaveAsync(CaseRecord asItWas) => WriteAsync(asItWas, null);

    /// <summary>Writes what was collected, and lets the lease lapse, so that the case is taken up again then.</summary>
    public Task PostponeAsync() => WriteAsync();

    /// <summary>
    /// Makes sure, before something is done in the world, that the case is still this host's: it may have stood still since it last
    /// wrote.
    /// </summary>
    /// <remarks>An answer that came when the lease may have lapsed already says nothing.</remarks>
    /// <exception cref="CaseLostException">It is not.</exception>
    /// <exception cref="HostEndedException">The host waits for it no more.</exception>
    /// <exception cref="JournalException">That cannot be told, and half of the lease has gone by.</exception>
    public async Task EnsureHeldAsync()
    {
        end.ThrowIfOver();
        if (!_isLost && SinceRenewed * 2 < lease)
            return;
        do
        {
            end.ThrowIfOver();
            await RenewAsync().ConfigureAwait(false);
            if (_isLost)
                throw new CaseLostException();
        } while (SinceRenewed >= lease);
    }

    /// <summary>Renews the lease until this is disposed of.</summary>
    public IAsyncDisposable KeepHeld() => timeProvider.CreateTimer(_ => _ = TryRenewAsync(), null, lease / 3, lease / 3);

    public void Dispose() => _writing.Dispose();

    private async Task TryRenewAsync()
    {
        // What is being written renews it; on a slow journal renewals would pile up.
        if (end.IsOver || _writing.CurrentCount == 0)
            return;
        try
        {
            await RenewAsync().ConfigureAwait(false);
            _isNotRenewed = false;
        }
        catch (Exception exception)
        {
            // Tried again at the next tick, and told once; a lease that lapses meanwhile is no harm but double work.
            if (!_isNotRenewed && !end.IsOver)
                Log.NotRenewed(logger, exception);
            _isNotRenewed = true;
        }
    }

    private async Task RenewAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isLost)
                return;
            var started = timeProvider.GetTimestamp();
            if (await journal.RenewAsync(reference, _version, lease, CancellationToken.None).ConfigureAwait(false))
                Interlocked.Exchange(ref _renewed, started);
            else
                _isLost = true;
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task WriteAsync(CaseRecord record, TimeSpan? held)
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isLost)
                throw new CaseLostException();
            var change = new CaseChange
            {
                Case = record with { RequesterKey = RequesterKey, Content = JournalJson.Write(Content with { Writer = writer }) },
                ExpectedVersion = _version,
                TakesUp = !_isHeld,
                Lease = held,
            };
            var started = timeProvider.GetTimestamp();
            await AppendForSureAsync(change).ConfigureAwait(false);
            Telemetry.Journaled(timeProvider.GetElapsedTime(started));
            Interlocked.Exchange(ref _renewed, started);
            _version++;
            _isHeld = true;
            _pending.Clear();
        }
        finally
        {
            _writing.Release();
        }
    }

    // A write whose answer was lost may have been written: its row says whose it is.
    private async Task AppendForSureAsync(CaseChange change)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (attempt > 0 && await IsWrittenAsync(change).ConfigureAwait(false))
                    return;
                var result = await journal.AppendAsync(_pending, change, CancellationToken.None).ConfigureAwait(false);
                health.IsFailing = false;
                if (result.IsStale)
                {
                    if (attempt > 0 && await IsWrittenAsync(change).ConfigureAwait(false))
                        return;
                    _isLost = true;
                    throw new CaseLostException();
                }

                if (result.ConflictingKey is { } taken)
                    throw new JournalException(
                        $"The journal has an entry '{taken}' already, of which the case knows nothing. Something else wrote it."
                    );
                return;
            }
            catch (Exception exception) when (exception is not CaseLostException)
            {
                end.ThrowIfOver();
                health.IsFailing = true;
                if (attempt == Waits.Length)
                {
                    Log.JournalFailed(
                        logger,
                        _pending.Count > 0 ? _pending[0].Kind : JournalEntryKind.Note,
                        LogId.Of(reference.IssueId),
                        exception
                    );
                    throw exception as JournalException
                        ?? new JournalException($"The journal failed with {exception.GetType().Name}.", exception);
                }
            }

            await Task.Delay(Waits[attempt], timeProvider).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsWrittenAsync(CaseChange change)
    {
        var record = await journal.FindCaseAsync(reference, CancellationToken.None).ConfigureAwait(false);
        return record?.Version == change.ExpectedVersion + 1 && JournalJson.TryReadCase(record)?.Writer == writer;
    }
}
