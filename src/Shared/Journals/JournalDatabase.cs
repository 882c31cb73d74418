using System.Data.Common;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Shared.Journals;

/// <summary>What a store is to a journal: how it is connected to, made ready, written and explained.</summary>
internal abstract class JournalDatabase : IAsyncDisposable
{
    public const int FirstSchemaVersion = 1;

    /// <summary>The journal, as the subject of a sentence.</summary>
    public abstract string Name { get; }

    /// <summary>What this store says differently.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Creates what is missing, and migrates what is old.</summary>
    public abstract Task PrepareAsync();

    /// <summary>Makes sure that this host has the journal's secrets, and tells the journal a new one.</summary>
    public abstract Task<JournalSecrets> AdmitAsync();

    /// <summary>A connection ready to be used.</summary>
    public abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>A connection that was not kept from before: where one that was kept is dead, so may be all of them.</summary>
    public virtual Task<DbConnection> ConnectAnewAsync(CancellationToken cancellationToken) => ConnectAsync(cancellationToken);

    /// <summary>
    /// A connection by which nothing can be written or created; where that is not there to which it would lead, none that is open.
    /// </summary>
    public abstract Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken);

    /// <summary>The version of the journal, one that this program knows; 0 where there is none.</summary>
    public abstract Task<int> VersionAsync(DbConnection connection);

    /// <summary>Says that there is no journal.</summary>
    public abstract JournalException NotThere();

    /// <summary>
    /// Writes what a group wants written, each or nothing of it, in one transaction in which nobody else writes a sequence that is lower
    /// than one already seen.
    /// </summary>
    /// <returns>What became of each, once all is on the disk.</returns>
    public abstract Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group);

    /// <summary>Finds the row of a case in a journal that was prepared.</summary>
    public abstract Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken);

    /// <summary>Finds few entries in a journal that was prepared, in order.</summary>
    /// <returns>Null where the store does not look them up otherwise than it reads what is asked for.</returns>
    public virtual Task<IReadOnlyList<EntryRow>>? TryFindEntriesAsync(JournalQuery query, CancellationToken cancellationToken) => null;

    /// <summary>
    /// Whether something is wrong with what one wants written, and not with the store. Its fault must not fail the others of its group.
    /// </summary>
    public abstract bool IsOfOne(Exception exception);

    /// <summary>Whether a connection that was open broke.</summary>
    public virtual bool IsDead(Exception exception) => false;

    /// <summary>Adds the store's clock where it is no function of the store.</summary>
    public virtual void AddNow(DynamicParameters parameters) { }

    /// <summary>Says what is wrong and what to do.</summary>
    public abstract JournalException Explain(Exception exception);

    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Uses a connection; what is done there may be done twice. A pooled connection may have died of the server's restart, and another one
    /// lives.
    /// </summary>
    protected internal async Task<T> OnConnectionAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Task<T>> use,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<DbConnection>>? reopen = null
    )
    {
        for (var isLast = false; ; isLast = true)
        {
            var connection = await (isLast && reopen is not null ? reopen : open)(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            try
            {
                return await use(connection).ConfigureAwait(false);
            }
            catch (Exception exception) when (!isLast && IsDead(exception)) { }
        }
    }
}
