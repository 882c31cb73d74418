using AutoResolve;
using AutoResolve.Postgres;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the journal in PostgreSQL.</summary>
public static class AutoResolvePostgresExtensions
{
    /// <summary>
    /// Keeps the journal in PostgreSQL; its schema and tables are created where they are missing. Any number of hosts may share it.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">How to connect, as Npgsql takes it.</param>
    /// <param name="configure">Sets how it is used; null for what configuration says (<c>Journal</c>). A host that processes issues needs a
    /// secret.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string is none.</exception>
    public static AutoResolveBuilder UsePostgresJournal(
        this AutoResolveBuilder builder,
        string connectionString,
        Action<PostgresJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _ = PostgresDatabase.Read(connectionString);
        var options = builder.AddOptions<PostgresJournalOptions>("Journal");
        if (configure is not null)
            options.Configure(configure);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgresJournalOptions>, PostgresJournalOptionsValidator>()
        );
        return builder.UseJournal(provider =>
            PostgresJournal.Open(
                connectionString,
                provider.GetRequiredService<IOptions<PostgresJournalOptions>>().Value,
                provider.GetService<ILogger<PostgresDatabase>>()
            )
        );
    }
}
