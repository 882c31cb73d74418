using System.Collections.Concurrent;
using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>
/// Finds rows of cases, with which every delivery begins. Whoever comes while the server is asked is asked for together with all who came
/// meanwhile, so that a burst costs few messages and one alone does not wait.
/// </summary>
/// <param name="ask">Asks on a connection.</param>
internal sealed class PostgresCaseFinder(Func<Func<NpgsqlConnection, Task<IReadOnlyList<CaseRow>>>, Task<IReadOnlyList<CaseRow>>> ask)
{
    private const int MaxTogether = 200;

    // One asks while the other's answer is read.
    private const int MaxAsking = 2;

    private static readonly string Sql = SqlFile.Read("Statements/find-cases.sql");

    private readonly ConcurrentQueue<Wanted> _waiting = new();
    private int _asking;

    /// <param name="reference">The case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var wanted = new Wanted(EntryText.Of(reference.Tenant) ?? "", EntryText.Of(reference.IssueId));
        _waiting.Enqueue(wanted);
        Begin();
        return wanted.Found.Task.WaitAsync(cancellationToken);
    }

    private void Begin()
    {
        if (Interlocked.Increment(ref _asking) <= MaxAsking)
            _ = Task.Run(AskAsync);
        else
            Interlocked.Decrement(ref _asking);
    }

    private async Task AskAsync()
    {
        List<Wanted> together = [];
        while (true)
        {
            together.Clear();
            while (together.Count < MaxTogether && _waiting.TryDequeue(out var wanted))
                together.Add(wanted);
            if (together.Count == 0)
                break;
            await AskAsync(together).ConfigureAwait(false);
        }

        // Who came between the last look and this found everybody busy.
        Interlocked.Decrement(ref _asking);
        if (!_waiting.IsEmpty)
            Begin();
    }

    private async Task AskAsync(List<Wanted> together)
    {
        try
        {
            var rows = await ask(connection => ReadAsync(connection, together)).ConfigureAwait(false);
            var byCase = rows.ToDictionary(row => (row.Tenant, row.IssueId));
            foreach (var wanted in together)
                wanted.Found.TrySetResult(byCase.GetValueOrDefault((wanted.Tenant, wanted.Issue)));
        }
        catch (Exception exception)
        {
            foreach (var wanted in together)
                wanted.Found.TrySetException(exception);
        }
    }

    private static async Task<IReadOnlyList<CaseRow>> ReadAsync(NpgsqlConnection connection, List<Wanted> together)
    {
        var distinct = together.Select(wanted => (wanted.Tenant, wanted.Issue)).Distinct().ToList();
        var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. distinct.Select(wanted => wanted.Tenant)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. distinct.Select(wanted => wanted.Issue)] },
            },
        };
        await using var disposing = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        List<CaseRow> rows = [];
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add(
                new CaseRow
                {
                    Tenant = reader.GetString(0),
                    IssueId = reader.GetString(1),
                    Version = reader.GetInt64(2),
                    Owner = reader.GetInt32(3),
                    Team = Text(reader, 4),
                    DueAt = Text(reader, 5),
                    DueFor = Text(reader, 6),
                    Calendar = Text(reader, 7),
                    RequesterKey = Text(reader, 8),
                    Content = reader.GetString(9),
                    IsLeased = reader.GetBoolean(10),
                }
            );
        }

        return rows;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private sealed class Wanted(string tenant, string issue)
    {
        public string Tenant => tenant;

        public string Issue => issue;

        public TaskCompletionSource<CaseRow?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
