using System.Data.Common;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Dapper;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>A schema of a journal. Any number of hosts may share it.</summary>
internal sealed class PostgresDatabase : JournalDatabase
{
    private const string Remedy =
        "Give it the secrets of the hosts that wrote it (PostgresJournalOptions.Secrets); they stand where passwords are kept.";

    private const int MaxPrepared = 10;

    // A connection that does not answer is left, not asked to end.
    private const int NoCancellation = -1;

    // Longer unused, a connection may have been cut by whatever lies between; what is written on it then is not known to be written.
    private static readonly TimeSpan MaxIdle = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource _source;

    // For what is looked up for each delivery, which leaves nothing behind on a connection that would have to be reset.
    private readonly NpgsqlDataSource _lookups;

    // For whoever got a dead one from the pool.
    private readonly NpgsqlDataSource _lookupsAnew;

    // For the writer, which keeps its own, and as above.
    private readonly NpgsqlDataSource _unpooled;
    private readonly string _schema;
    private readonly IReadOnlyList<JournalSecretOptions> _secrets;
    private readonly int _timeoutSeconds;

    private readonly PostgresCaseFinder _cases;
    private readonly PostgresEntryFinder _entries;

    private PostgresWriter? _writer;
    private long _writtenAt;

    public PostgresDatabase(string connectionString, PostgresJournalOptions options)
    {
        _schema = options.Schema;
        _secrets = [.. options.Secrets];
        _timeoutSeconds = Math.Max(1, (int)Math.Ceiling(options.AppendTimeout.TotalSeconds));
        var connection = Read(connectionString);
        connection.SearchPath = _schema;

        // Every delivery begins with the same statement, which the server need not plan each time.
        if (connection.MaxAutoPrepare == 0)
            connection.MaxAutoPrepare = MaxPrepared;
        _source = NpgsqlDataSource.Create(connection);
        var looking = new NpgsqlConnectionStringBuilder(connection.ToString())
        {
            NoResetOnClose = true,
            CancellationTimeout = NoCancellation,
        };
        _lookups = PostgresLookup.Source(looking);
        looking.Pooling = connection.Pooling = false;
        _lookupsAnew = PostgresLookup.Source(looking);
        _unpooled = NpgsqlDataSource.Create(connection);
        var lookup = new PostgresLookup(_lookups, _lookupsAnew, IsDead, _timeoutSeconds);
        (_cases, _entries) = (new PostgresCaseFinder(lookup), new PostgresEntryFinder(lookup));
    }

    /// <exception cref="ArgumentException">It is none. What the driver says of it quotes it, and it holds a password.</exception>
    public static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new ArgumentException(
                "The connection string of the journal (connectionString of UsePostgresJournal) is none that Npgsql reads: "
                    + "Host=…;Username=…;Password=…;Database=…, in which a value with a semicolon stands in quotes. It is not "
                    + "quoted here, since it may hold a password.",
                nameof(connectionString)
            );
        }
    }

    public override string Name => $"The journal in the schema '{_schema}'";

    public override SqlDialect Dialect { get; } = new PostgresDialect();

    public override async Task PrepareAsync()
    {
        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await PostgresWriter.BeginAsync(connection, _schema).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);

        // IF NOT EXISTS would ask for the right to create also where everything is there.
        var hasSchema = await connection
            .ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @schema)",
                new { schema = _schema },
                transaction
            )
            .ConfigureAwait(false);
        if (!hasSchema)
            await connection.ExecuteAsync($"CREATE SCHEMA \"{_schema}\"", transaction: transaction).ConfigureAwait(false);
        if (!await HasVersionAsync(connection).ConfigureAwait(false))
            await connection
                .ExecuteAsync("CREATE TABLE journal_version (version integer NOT NULL)", transaction: transaction)
                .ConfigureAwait(false);
        var version = await VersionAsync(connection).ConfigureAwait(false);
        if (version == FirstSchemaVersion)
            await MigrateAsync(connection, transaction).ConfigureAwait(false);
        else if (version == 0)
            await connection.ExecuteAsync(PostgresSchema.All(_schema), transaction: transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }

    public override async Task<JournalSecrets> AdmitAsync()
    {
        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await PostgresWriter.BeginAsync(connection, _schema).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return secrets;
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override async Task<DbConnection> ConnectAnewAsync(CancellationToken cancellationToken) =>
        await _unpooled.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override async Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("SET default_transaction_read_only = on").ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async Task<int> VersionAsync(DbConnection connection)
    {
        if (!await HasVersionAsync(connection).ConfigureAwait(false))
            return 0;
        var version = await connection.ExecuteScalarAsync<int?>("SELECT max(version) FROM journal_version").ConfigureAwait(false) ?? 0;
        return version <= PostgresSchema.Newest
            ? version
            : throw new JournalException(
                $"{Name} has version {version}; this program knows versions up to {PostgresSchema.Newest}. "
                    + "Use the newer program, or another schema."
            );
    }

    public override JournalException NotThere() => new($"There is no journal in the schema '{_schema}'. Name another schema.");

    public override async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        try
        {
            var writer = await ReadyWriterAsync().ConfigureAwait(false);
            var results = await writer.WriteAsync(group).ConfigureAwait(false);
            _writtenAt = TimeProvider.System.GetTimestamp();
            return results;
        }
        catch
        {
            await CloseWriterAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        _cases.FindAsync(reference, cancellationToken);

    public override Task<IReadOnlyList<EntryRow>>? TryFindEntriesAsync(JournalQuery query, CancellationToken cancellationToken) =>
        _entries.TryFindAsync(query, cancellationToken);

    // Data exceptions, violated constraints, limits of the server such as the length of what is in an index.
    public override bool IsOfOne(Exception exception) =>
        exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    public override bool IsDead(Exception exception) =>
        exception
            is NpgsqlException { InnerException: IOException }
                or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown };

    public override JournalException Explain(Exception exception) =>
        new(
            exception switch
            {
                PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                    "The disk of the database server that holds the journal is full. Make room.",
                PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                    $"The journal's user may not use or create the schema '{_schema}'. Grant it.",
                NpgsqlException { InnerException: TimeoutException } =>
                    "The database server that holds the journal did not answer in time. It is not known whether it wrote; it may have.",
                PostgresException
                {
                    SqlState: PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidPassword
                } => "The database server that holds the journal does not let the user of the connection string in: there is no such "
                    + "role, or its password is wrong, or pg_hba.conf does not allow it. Create the role (CREATE ROLE … LOGIN), or "
                    + "mend the connection string.",
                PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                    "The database server that holds the journal has no database of the name in the connection string. Create it "
                        + "(CREATE DATABASE), or mend the connection string.",
                PostgresException server => $"The database server refused the journal: {server.MessageText} ({server.SqlState}).",
                _ => $"The database server that holds the journal cannot be reached ({exception.GetType().Name}). "
                    + "Make sure that it runs and that the connection string is right.",
            },
            exception
        );

    public override async ValueTask DisposeAsync()
    {
        await CloseWriterAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
        await _lookups.DisposeAsync().ConfigureAwait(false);
        await _lookupsAnew.DisposeAsync().ConfigureAwait(false);
        await _unpooled.DisposeAsync().ConfigureAwait(false);
    }

    // What is found dead before anything is sent is written on another connection.
    private async Task<PostgresWriter> ReadyWriterAsync()
    {
        if (_writer is not null && TimeProvider.System.GetElapsedTime(_writtenAt) < MaxIdle)
            return _writer;
        for (var isLast = false; ; isLast = true)
        {
            _writer ??= new PostgresWriter(await _unpooled.OpenConnectionAsync().ConfigureAwait(false), _schema, _timeoutSeconds);
            try
            {
                await _writer.PingAsync().ConfigureAwait(false);
                return _writer;
            }
            catch (Exception exception) when (!isLast && (IsDead(exception) || PostgresLookup.IsSilence(exception)))
            {
                await CloseWriterAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask CloseWriterAsync()
    {
        if (_writer is { } writer)
            await writer.DisposeAsync().ConfigureAwait(false);
        _writer = null;
    }

    private async Task<JournalSecrets> AdmitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var given = Given();
        var known = await connection
            .QueryAsync<KnownSecret>("SELECT id, fingerprint FROM journal_secrets ORDER BY place", transaction: transaction)
            .ConfigureAwait(false);
        var (secrets, added) = KnownSecret.Admit(known.AsList(), given, Name, Remedy);
        if (added is not null)
        {
            await connection
                .ExecuteAsync(
                    """
                    INSERT INTO journal_secrets (id, fingerprint, since)
                    VALUES (@Id, @Fingerprint, to_char(clock_timestamp() AT TIME ZONE 'UTC', @form))
                    """,
                    new
                    {
                        added.Id,
                        added.Fingerprint,
                        form = "YYYY-MM-DD\"T\"HH24:MI:SS.US\"0Z\"",
                    },
                    transaction
                )
                .ConfigureAwait(false);
        }

        return secrets;
    }

    private List<JournalSecret> Given()
    {
        if (_secrets.Count == 0)
        {
            throw new JournalException(
                $"{Name} needs a secret that all its hosts share and that is not in the database. Make one with `openssl rand -base64 32`, "
                    + "keep it where passwords are kept, and give it to each host: "
                    + "UsePostgresJournal(connectionString, options => options.Secrets.Add(new() { Id = \"1\", Value = … }))."
            );
        }

        return [.. _secrets.Select(secret => secret.ToSecret())];
    }

    private Task<bool> HasVersionAsync(DbConnection connection) =>
        connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = 'journal_version')",
            new { schema = _schema }
        );

    private async Task MigrateAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (_secrets.Count == 0)
        {
            throw new JournalException(
                $"{Name} is of an older version, and what is to be written needs the newer one. A host of this version migrates it, since "
                    + "it has the secret that the journal's keys get. Until then it can be read."
            );
        }

        await ExecuteAsync(PostgresMigration.PutAside + PostgresSchema.Tables).ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await new PostgresMigration(connection, transaction, Dialect, secrets.Current).RunAsync().ConfigureAwait(false);
        await ExecuteAsync(PostgresMigration.Finish + PostgresSchema.Triggers(_schema) + PostgresSchema.Version).ConfigureAwait(false);

        Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(sql, transaction: transaction, commandTimeout: 0);
    }
}
