using System.Runtime.CompilerServices;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Shared.Journals;

/// <summary>Reads cases, entries and rulebooks.</summary>
internal sealed class JournalReader(JournalDatabase database, JournalConnections connections)
{
    private const int PageSize = 1_000;

    public async ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        connections.ThrowIfClosed();
        var row = await connections
            .ExplainedAsync(() =>
                connections.IsPrepared
                    ? database.FindAsync(reference, cancellationToken)
                    : FindUnpreparedAsync(reference, cancellationToken)
            )
            .ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = query.After;
        var left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var size = Math.Min(left, PageSize);
            var (sql, parameters) = CaseSelection.Select(database.Dialect, query, after, size);
            database.AddNow(parameters);
            var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
            var page = await connections
                .ReadAsync<List<CaseRecord>>(
                    async (connection, isFirstSchema) =>
                        isFirstSchema
                            ? []
                            : [.. (await connection.QueryAsync<CaseRow>(command).ConfigureAwait(false)).Select(row => row.ToRecord())],
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var record in page)
                yield return record;
            if (page.Count < size)
                yield break;
            left -= page.Count;
            after = page[^1].Reference;
        }
    }

    // By pages, so that neither memory nor a connection is held while the reader works.
    public async IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        connections.ThrowIfClosed();
        if (connections.IsPrepared && database.TryFindEntriesAsync(query, cancellationToken) is { } finding)
        {
            foreach (var row in await connections.ExplainedAsync(() => finding).ConfigureAwait(false))
                yield return row.ToEntry();
            yield break;
        }

        var last = query.NewestFirst ? long.MaxValue : 0L;
        var left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var size = Math.Min(left, PageSize);
            var after = last;
            var page = await connections
                .ReadAsync<List<JournalEntry>>(
                    async (connection, isFirstSchema) =>
                    {
                        var (sql, parameters) = EntryQuery.Select(database.Dialect, query, after, size, isFirstSchema);
                        var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
                        return [.. (await connection.QueryAsync<EntryRow>(command).ConfigureAwait(false)).Select(row => row.ToEntry())];
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < size)
                yield break;
            left -= page.Count;
            last = page[^1].Sequence;
        }
    }

    public async ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        var counts = await connections
            .ReadAsync(
                (connection, isFirstSchema) =>
                {
                    var (sql, parameters) = EntryQuery.Count(database.Dialect, query, isFirstSchema);
                    return connection.QueryAsync<(long Kind, string Label, long Count)>(
                        new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)
                    );
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. counts
                .Select(count => new JournalCount((JournalEntryKind)count.Kind, count.Label, count.Count))
                .OrderBy(count => count.Kind)
                .ThenBy(count => count.Label, StringComparer.Ordinal),
        ];
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(
            "SELECT archive FROM rulebooks WHERE revision = @revision",
            new { revision = EntryText.Of(revision) },
            cancellationToken: cancellationToken
        );
        var archive = await connections
            .ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<byte[]>(command), cancellationToken)
            .ConfigureAwait(false);

        // Said of the memory: a null array would become an empty memory that is there.
        return archive is null ? (ReadOnlyMemory<byte>?)null : archive;
    }

    private Task<CaseRow?> FindUnpreparedAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var (sql, parameters) = CaseSelection.One(database.Dialect, reference);
        database.AddNow(parameters);
        var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
        return connections.ReadAsync(
            async (connection, isFirstSchema) =>
                isFirstSchema ? null : await connection.QuerySingleOrDefaultAsync<CaseRow>(command).ConfigureAwait(false),
            cancellationToken
        );
    }
}
