using AutoResolve.Postgres;
using AutoResolve.Postgres.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Where a journal is kept, and how a bare row is written into the same.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Use">Sets a journal of that name, which nobody has used.</param>
/// <param name="OpenBareAsync">Opens a table of that name for so many writers; null where nothing is written anywhere.</param>
internal sealed record ProcessStore(
    string Name,
    Action<AutoResolveBuilder, string> Use,
    Func<string, int, Task<IProcessWork>>? OpenBareAsync
)
{
    // The server of the tests takes 200 connections, of which 128 are bare writers'.
    private const string PoolSize = ";Maximum Pool Size=30";

    public static ProcessStore Memory() => new("in memory", (builder, _) => builder.UseInMemoryJournal(), null);

    public static ProcessStore Sqlite(string folder)
    {
        return new(
            "SQLite",
            (builder, name) => builder.UseSqliteJournal(PathOf(name)),
            (name, _) => Task.FromResult<IProcessWork>(new BareSqliteRows(PathOf(name)))
        );

        string PathOf(string name) => Path.Combine(folder, name + ".db");
    }

    public static ProcessStore Postgres(PostgresCluster cluster) =>
        new("PostgreSQL", (builder, name) => builder.UsePostgresJournal(cluster.ConnectionString + PoolSize, options =>
                {
                    options.Schema = name;
                    options.Secrets.Add(new JournalSecretOptions { Id = "1", Value = Convert.ToBase64String(new byte[32]) });
                }), async (name, writers) => await BarePostgresRows.OpenAsync(cluster.ConnectionString, name, writers));
}
