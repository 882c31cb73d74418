using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Hosting;

/// <summary>Adds the journal that the settings name.</summary>
internal static class JournalStore
{
    /// <summary>The environment variable that holds how to connect to PostgreSQL.</summary>
    public const string ConnectionVariable = "AUTORESOLVE_CRASH_POSTGRES";

    public static AutoResolveBuilder UseJournalOf(this AutoResolveBuilder builder, HostSettings settings) => settings.Store switch
    {
        StoreKind.Postgres => builder.UsePostgresJournal(
            Environment.GetEnvironmentVariable(ConnectionVariable) ?? throw new InvalidOperationException($"The environment variable {ConnectionVariable} holds no connection string."),
            settings.Schema),
        _ => builder.UseSqliteJournal(Path.Combine(settings.Folder, "journal.db")),
    };

    /// <summary>Opens the journal without the rest.</summary>
    public static ServiceProvider Open(HostSettings settings, out IJournal journal)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve().UseJournalOf(settings);
        var provider = services.BuildServiceProvider();
        journal = provider.GetRequiredService<IJournal>();
        return provider;
    }
}
