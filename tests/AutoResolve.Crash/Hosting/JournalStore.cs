using System.Text;
using AutoResolve.Journaling;
using AutoResolve.Postgres.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoResolve.Crash.Hosting;

/// <summary>The journal that the settings name.</summary>
internal static class JournalStore
{
    /// <summary>The environment variable that holds how to connect to PostgreSQL, also for the hosts that are started.</summary>
    public const string ConnectionVariable = "AUTORESOLVE_CRASH_POSTGRES";

    private static readonly string Secret = Convert.ToBase64String(Encoding.ASCII.GetBytes("the hosts of a crash run share it"));

    public static string Connection =>
        Environment.GetEnvironmentVariable(ConnectionVariable)
        ?? throw new InvalidOperationException($"The environment variable {ConnectionVariable} holds no connection string.");

    public static void UseJournalOf(this AutoResolveBuilder builder, HostSettings settings)
    {
        if (settings.Store == StoreKind.Postgres)
        {
            var connection = new NpgsqlConnectionStringBuilder(Connection) { ApplicationName = ApplicationOf(settings) }.ToString();
            builder.UsePostgresJournal(connection, options =>
            {
                options.Schema = settings.Schema;
                options.Secrets.Add(new() { Id = "1", Value = Secret });
            });
        }
        else
        {
            builder.UseSqliteJournal(Path.Combine(settings.Folder, "journal.db"));
        }

        builder.Recreate((create, provider) => ActivatorUtilities.CreateInstance<WatchedJournal>(provider, create(provider), settings));
        if (settings.Sabotage == Sabotage.ForgetJournal)
            builder.UseInMemoryJournal();
        else if (settings.Sabotage != Sabotage.None)
            builder.Recreate((create, provider) => new SabotagedJournal(create(provider), settings.Sabotage));
    }

    /// <summary>Opens the journal without the rest.</summary>
    public static ServiceProvider Open(HostSettings settings, out IJournal journal)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => new HostFiles(settings));
        services.AddSingleton<HeldCases>();
        services.AddAutoResolve().UseJournalOf(settings with { Sabotage = Sabotage.None });
        var provider = services.BuildServiceProvider();
        journal = provider.GetRequiredService<IJournal>();
        return provider;
    }

    /// <summary>By which the server knows the connections of a host.</summary>
    public static string ApplicationOf(HostSettings settings) => $"{settings.Schema}-{settings.Name}";

    /// <summary>Starts a private server, unless the environment names one.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresCluster?> StartServerAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is not null)
            return null;
        var programs = PostgresPrograms.Find()
            ?? throw new InvalidOperationException(
                $"PostgreSQL is not installed. Install the package postgresql, or name a server in {ConnectionVariable}."
            );
        var server = await PostgresCluster.StartAsync(programs);
        Environment.SetEnvironmentVariable(ConnectionVariable, server.ConnectionString);
        return server;
    }

    private static void Recreate(
        this AutoResolveBuilder builder,
        Func<Func<IServiceProvider, IJournal>, IServiceProvider, IJournal> recreate
    )
    {
        var create = builder.Services.Last(service => service.ServiceType == typeof(IJournal)).ImplementationFactory!;
        builder.UseJournal(provider => recreate(inner => (IJournal)create(inner), provider));
    }
}
