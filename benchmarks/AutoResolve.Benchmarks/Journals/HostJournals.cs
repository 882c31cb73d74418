using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Benchmarks.Journals;

/// <summary>Journals as a host has them.</summary>
internal static class HostJournals
{
    public static IDurableJournal Sqlite(string path) => Of(builder => builder.UseSqliteJournal(path));

    public static IDurableJournal Postgres(string connectionString) => Of(builder => builder.UsePostgresJournal(connectionString));

    private static IDurableJournal Of(Action<AutoResolveBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddAutoResolve());
        return (IDurableJournal)services.BuildServiceProvider().GetRequiredService<IJournal>();
    }
}
