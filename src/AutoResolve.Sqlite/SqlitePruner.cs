using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Sqlite;

/// <summary>Takes old cases out of a journal, some at a time, so that hosts write in between.</summary>
internal sealed class SqlitePruner(SqliteConnection connection)
{
    // SQLite looks that often whether it is a writer's turn: who has the file again at once would keep it from all hosts.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(120);

    private static readonly string Last = SqlFile.Read("Statements/prune-last.sql");
    private static readonly string Old = SqlFile.Read("Statements/prune-old.sql");

    public async Task<JournalPruning> RunAsync(DateTimeOffset before, string by, TimeProvider clock, CancellationToken cancellationToken)
    {
        var time = EntryRow.TextOf(before);

        // The schema refuses to give away what is not older than that, and keeps who said so.
        await connection
            .ExecuteAsync(
                "INSERT INTO prunings (before_at, at, pruned_by) VALUES (@time, @now, @by)",
                new
                {
                    time,
                    now = EntryRow.TextOf(clock.GetUtcNow()),
                    by,
                }
            )
            .ConfigureAwait(false);
        var pruned = new JournalPruning(0, 0);
        var after = new CaseKey();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = TimeProvider.System.GetTimestamp();
            var transaction = connection.BeginTransaction(deferred: false);
            await using (transaction.ConfigureAwait(false))
            {
                var last = await connection
                    .QueryFirstOrDefaultAsync<CaseKey>(Last, new { tenant = after.Tenant, issue = after.IssueId }, transaction)
                    .ConfigureAwait(false);
                if (last is null)
                    return pruned;
                pruned = await TakeOutAsync(pruned, time, after, last, transaction).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                after = last;
            }

            var took = TimeProvider.System.GetElapsedTime(started);
            await Task.Delay(took > Turn ? took : Turn, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<JournalPruning> TakeOutAsync(
        JournalPruning pruned,
        string before,
        CaseKey after,
        CaseKey last,
        SqliteTransaction transaction
    )
    {
        var old = await connection
            .QueryAsync<CaseKey>(
                Old,
                new
                {
                    before,
                    tenant = after.Tenant,
                    issue = after.IssueId,
                    lastTenant = last.Tenant,
                    lastIssue = last.IssueId,
                },
                transaction
            )
            .ConfigureAwait(false);
        var (cases, entries) = (pruned.Cases, pruned.Entries);
        foreach (var each in old)
        {
            entries += await DeleteAsync("entries", each).ConfigureAwait(false);
            cases += await DeleteAsync("cases", each).ConfigureAwait(false);
        }

        return new JournalPruning(cases, entries);

        Task<int> DeleteAsync(string table, CaseKey each) =>
            connection.ExecuteAsync($"DELETE FROM {table} WHERE issue_id = @IssueId AND tenant = @Tenant", each, transaction);
    }

    private sealed record CaseKey
    {
        public string Tenant { get; init; } = "";
        public string IssueId { get; init; } = "";
    }
}
