using System.Data.Common;
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
    private const string EraseSql = "UPDATE entries SET content = @content WHERE sequence = @sequence";

    // The triggers of the schema let this pass in the place of anything, also of what the store cannot read.
    private const string NothingLeft = """{"erased":true}""";

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
        await _connections.EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var erased = new List<JournalEntry>();
        await foreach (var entry in ReadAsync(new JournalQuery { Case = reference }, cancellationToken).ConfigureAwait(false))
        {
            var left = JournalErasure.Erase(entry);
            if (!ReferenceEquals(left, entry))
                erased.Add(left);
        }

        if (erased.Count == 0)
            return 0;
        try
        {
            return await PutAsync(erased.Select(entry => (entry.Sequence, entry.Content))).ConfigureAwait(false);
        }
        catch (JournalException)
        {
            return await PutAsync(erased.Select(entry => (entry.Sequence, NothingLeft))).ConfigureAwait(false);
        }

        Task<int> PutAsync(IEnumerable<(long Sequence, string Content)> contents) =>
            _connections.UseAsync(connection => EraseAsync(connection, contents, cancellationToken), cancellationToken);
    }

    private static async Task<int> EraseAsync(
        DbConnection connection,
        IEnumerable<(long Sequence, string Content)> contents,
        CancellationToken cancellationToken
    )
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var rows = contents.Select(row => new { sequence = row.Sequence, content = EntryText.Of(row.Content) });
        var count = await connection
            .ExecuteAsync(new CommandDefinition(EraseSql, rows, transaction, cancellationToken: cancellationToken))
            .ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
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
