using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;
using AutoResolve.Shared.Journals.Figures;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Shared.Journals;

/// <summary>A journal in a database: one writer, any number of readers.</summary>
internal sealed class DatabaseJournal : IDurableJournal
{
    // The triggers of the schema let this one content pass.
    private const string EraseSql = """
        UPDATE entries SET content = '{"erased":true}'
        WHERE issue_id = @issue AND tenant = @tenant AND content <> '{"erased":true}' AND NOT (kind = @note AND label = 'erased')
        """;

    private readonly JournalDatabase _database;
    private readonly JournalConnections _connections;
    private readonly GroupCommitWriter _writer;
    private readonly JournalReader _reader;
    private readonly FigureReader _figures;

    /// <param name="database">The store; ends with the journal.</param>
    /// <param name="appendTimeout">How long an append waits; null where the journal is only read.</param>
    /// <param name="logger">Is told of an old journal.</param>
    public DatabaseJournal(JournalDatabase database, TimeSpan? appendTimeout, ILogger? logger = null)
    {
        _database = database;
        _connections = new JournalConnections(database, isReadOnly: appendTimeout is null, logger ?? NullLogger.Instance);
        _writer = new GroupCommitWriter(database, _connections, appendTimeout ?? Timeout.InfiniteTimeSpan);
        _reader = new JournalReader(database, _connections);
        _figures = new FigureReader(database, _connections);
    }

    public async ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default)
    {
        await _connections.EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return await _connections.ExplainedAsync(() => Task.Run(_database.AdmitAsync, cancellationToken)).ConfigureAwait(false);
    }

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (change is null)
            ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        var pending = PendingWrite.Of(entries, change);
        return pending.RepeatedKey is { } repeated ? new(new AppendResult(0, repeated)) : _writer.WriteAsync(pending, cancellationToken);
    }

    public async ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        return (await _writer.WriteAsync(PendingWrite.Renewal(reference, version, lease), cancellationToken).ConfigureAwait(false)).Written;
    }

    public ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _reader.FindCaseAsync(reference, cancellationToken);
    }

    public IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _reader.ReadCasesAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _reader.ReadAsync(query, cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _reader.CountAsync(query, cancellationToken);
    }

    public async ValueTask<int> EraseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var command = new CommandDefinition(
            EraseSql,
            new
            {
                issue = EntryText.Of(reference.IssueId),
                tenant = EntryText.Of(reference.Tenant) ?? "",
                note = (int)JournalEntryKind.Note,
            },
            cancellationToken: cancellationToken
        );
        return await _connections.UseAsync(connection => connection.ExecuteAsync(command), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var command = new CommandDefinition(
            "INSERT INTO rulebooks (revision, archive) VALUES (@revision, @archive) ON CONFLICT (revision) DO NOTHING",
            new { revision = EntryText.Of(revision), archive = archive.ToArray() },
            cancellationToken: cancellationToken
        );
        await _connections.UseAsync(connection => connection.ExecuteAsync(command), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return _reader.FindRulebookAsync(revision, cancellationToken);
    }

    public ValueTask<IssueFigures> CountIssuesAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _figures.CountIssuesAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<JournalEntry> ReadByCaseAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _figures.ReadByCaseAsync(query, cancellationToken);
    }

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _connections.Close();
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
