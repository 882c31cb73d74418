using AutoResolve;
using AutoResolve.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the journal in SQLite.</summary>
public static class AutoResolveSqliteExtensions
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
        var options = builder.AddOptions<SqliteJournalOptions>("Journal");
        if (configure is not null)
            options.Configure(configure);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SqliteJournalOptions>, SqliteJournalOptionsValidator>()
        );
        return builder.UseJournal(provider =>
            SqliteJournal.Open(
                path,
                provider.GetRequiredService<IOptions<SqliteJournalOptions>>().Value,
                // All hosts on one file are on one machine, whose clock they share whatever clock each is given.
                TimeProvider.System,
                provider.GetService<ILogger<SqliteDatabase>>()
            )
        );
    }
}
