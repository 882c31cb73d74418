using AutoResolve.Journal.Tests.Postgres;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Hosting;

/// <summary>Adds the journal that the settings name.</summary>
internal static class JournalStore
{
    /// <summary>The environment variable that holds how to connect to PostgreSQL, also for the hosts that are started.</summary>
    public const string ConnectionVariable = "AUTORESOLVE_CRASH_POSTGRES";

    public static void UseJournalOf(this AutoResolveBuilder builder, HostSettings settings)
    {
        if (settings.Store == StoreKind.Postgres)
            builder.UsePostgresJournal(Connection, settings.Schema);
        else
            builder.UseSqliteJournal(settings.SharedJournal ?? Path.Combine(settings.Folder, "journal.db"));
        if (settings.Sabotage != Sabotage.None)
            Decorate(builder, journal => new SabotagedJournal(settings.Sabotage == Sabotage.ForgetJournal ? new InMemoryJournal() : journal, settings.Sabotage));
    }

    /// <summary>Opens the journal without the rest.</summary>
    public static ServiceProvider Open(HostSettings settings, out IJournal journal)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve().UseJournalOf(settings with { Sabotage = Sabotage.None });
        var provider = services.BuildServiceProvider();
        journal = provider.GetRequiredService<IJournal>();
        return provider;
    }

    /// <summary>Starts a private server, unless the environment names one.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresCluster?> StartServerAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is not null)
            return null;
        var programs = PostgresPrograms.Find() ?? throw new InvalidOperationException($"PostgreSQL is not installed. Install the package postgresql, or name a server in {ConnectionVariable}.");
        var server = await PostgresCluster.StartAsync(programs);
        Environment.SetEnvironmentVariable(ConnectionVariable, server.ConnectionString);
        return server;
    }

    private static string Connection => Environment.GetEnvironmentVariable(ConnectionVariable)
        ?? throw new InvalidOperationException($"The environment variable {ConnectionVariable} holds no connection string.");

    private static void Decorate(AutoResolveBuilder builder, Func<IJournal, IJournal> decorate)
    {
        var create = builder.Services.Last(service => service.ServiceType == typeof(IJournal)).ImplementationFactory!;
        builder.UseJournal(provider => decorate((IJournal)create(provider)));
    }
}
