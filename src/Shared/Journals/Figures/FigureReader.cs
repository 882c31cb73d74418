using System.Runtime.CompilerServices;
using System.Text.Json;
using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;
using Dapper;

namespace AutoResolve.Shared.Journals.Figures;

/// <summary>Counts the issues of a journal in its database, so that a million entries never leave it. Writes nothing.</summary>
internal sealed class FigureReader(JournalDatabase database, JournalConnections connections)
{
    private const int MaxUnreadable = 10_000;

    private static readonly string CaseEntries = SqlFile.Read("case-entries.sql");

    public async ValueTask<IssueFigures> CountIssuesAsync(FigureQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await CountIssuesAsync(query, [], cancellationToken).ConfigureAwait(false);
        }
        catch (JournalException)
        {
            // A database tells that an entry is damaged, but not which. They are few, and looking for them is slow.
            var unreadable = await FindUnreadableAsync(query, cancellationToken).ConfigureAwait(false);
            if (unreadable.Count is 0 or > MaxUnreadable)
                throw;
            return await CountIssuesAsync(query, unreadable, cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadByCaseAsync(
        FigureQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (connection, isFirstSchema) = await connections.OpenExistingAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var rows = connection
            .QueryUnbufferedAsync<EntryRow>(
                SqlFile.Fill(CaseEntries, ("entries", EntryQuery.Table(isFirstSchema))),
                new { first = EntryRow.TextOf(query.Starts[0]), last = EntryRow.TextOf(query.ReadUntil) },
                commandTimeout: 0
            )
            .GetAsyncEnumerator(cancellationToken);
        await using var ending = rows.ConfigureAwait(false);
        while (await connections.ExplainedAsync(() => rows.MoveNextAsync().AsTask()).ConfigureAwait(false))
            yield return rows.Current.ToEntry();
    }

    private Task<IssueFigures> CountIssuesAsync(FigureQuery query, IReadOnlyList<long> unreadable, CancellationToken cancellationToken) =>
        connections.ReadExistingAsync(
            async (connection, isFirstSchema) =>
            {
                if (database.Dialect.Settings is { } settings)
                    await connection.ExecuteAsync(settings).ConfigureAwait(false);

                // Entries need not be in the order of their times: a journal begins with what is written first, or with what came first.
                var first = await connection
                    .ExecuteScalarAsync<string?>("SELECT at FROM entries ORDER BY sequence LIMIT 1")
                    .ConfigureAwait(false);
                var counts = new List<IssueCount>();
                var rows = connection.QueryUnbufferedAsync<IssueCountRow>(
                    FigureStatement.Of(database.Dialect, query, unreadable, isFirstSchema),
                    FigureStatement.ParametersOf(query),
                    commandTimeout: 0
                );
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    counts.Add(row.ToCount());
                    first = string.CompareOrdinal(row.First, first) < 0 ? row.First : first;
                }

                return new IssueFigures(counts) { Unreadable = unreadable, KnownSince = first is null ? null : EntryRow.TimeOf(first) };
            },
            cancellationToken
        );

    private Task<List<long>> FindUnreadableAsync(FigureQuery query, CancellationToken cancellationToken) =>
        connections.ReadExistingAsync(
            async (connection, _) =>
            {
                var unreadable = new List<long>();
                var entries = connection.QueryUnbufferedAsync<EntryRow>(
                    "SELECT sequence, kind, content FROM entries WHERE kind IN (1, 4, 12) AND at < @last",
                    new { last = EntryRow.TextOf(query.ReadUntil) },
                    commandTimeout: 0
                );
                await foreach (var row in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (!IsReadable(row))
                        unreadable.Add(row.Sequence);
                }

                return unreadable;
            },
            cancellationToken
        );

    // Whether each store could read it, so that all leave out the same.
    private static bool IsReadable(EntryRow row)
    {
        try
        {
            using var document = JsonDocument.Parse(row.Content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !HasTexts(root))
                return false;
            if ((JournalEntryKind)row.Kind != JournalEntryKind.Decision)
                return true;
            return (!root.TryGetProperty("issue", out var issue) || issue.ValueKind == JsonValueKind.Object)
                && (!root.TryGetProperty("tier", out var tier) || tier.ValueKind == JsonValueKind.Null || IsWhole(tier));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsWhole(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _);

    // PostgreSQL takes no half of a surrogate pair, also where it is escaped.
    private static bool HasTexts(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => HasTexts(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HasTexts),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
