using AutoResolve;
using AutoResolve.Journal;
using AutoResolve.Journal.Postgres;
using AutoResolve.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds durable journals.</summary>
public static class AutoResolveJournalExtensions
{
    /// <summary>
    /// Keeps the journal in one SQLite file; it and its folder are created where they are missing. The processes of one machine may share
    /// it; it must not be on a network drive.
    /// </summary>
    /// <remarks>The file is for its owner only, and so is <c>path.secret</c> beside it, by which what people wrote is keyed: keep it with
    /// the journal, and apart from its backups.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file. A relative path starts at the current folder.</param>
    /// <param name="configure">Sets how it is used; null for what configuration says (<c>Journal</c>), and the defaults.</param>
    /// <returns>The builder.</returns>
    public static AutoResolveBuilder UseSqliteJournal(
        this AutoResolveBuilder builder,
        string path,
        Action<SqliteJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Configure(builder, configure);
        return builder.UseJournal(provider => new SqliteJournal(
            path,
            OptionsOf<SqliteJournalOptions>(provider),
            // All hosts on one file are on one machine, whose clock they share whatever clock each is given.
            TimeProvider.System,
            provider.GetService<ILogger<SqliteJournal>>()
        ));
    }

    /// <summary>
    /// Keeps the journal in PostgreSQL; its schema and tables are created where they are missing. Any number of hosts may share it.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">How to connect, as Npgsql takes it.</param>
    /// <param name="configure">Sets how it is used; null for what configuration says (<c>Journal</c>). A host that processes issues needs a
    /// secret.</param>
    /// <returns>The builder.</returns>
    public static AutoResolveBuilder UsePostgresJournal(
        this AutoResolveBuilder builder,
        string connectionString,
        Action<PostgresJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        Configure(builder, configure);
        return builder.UseJournal(provider => new PostgresJournal(
            connectionString,
            OptionsOf<PostgresJournalOptions>(provider),
            provider.GetService<ILogger<PostgresJournal>>()
        ));
    }

    private static void Configure<T>(AutoResolveBuilder builder, Action<T>? configure)
        where T : class
    {
        var options = builder.AddOptions<T>("Journal");
        if (configure is not null)
            options.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IValidateOptions<T>), typeof(JournalOptionsValidator)));
    }

    private static T OptionsOf<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
