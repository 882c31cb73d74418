using AutoResolve.Crash.Queues;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Tests.Journals;
using Npgsql;

namespace AutoResolve.Postgres.Tests;

/// <summary>A connection that a network has forgotten answers nothing and does not end. Whoever finds one asks another.</summary>
[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresForgottenTests(PostgresFixture postgres)
{
    private const int Many = 32;

    // So long that no test waits for it.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(20);

    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task LookUpsAndWrites_OnConnectionsThatAreForgotten_AreDoneOnOthers()
    {
        await using var proxy = new DroppingProxy(postgres.Cluster.Address);
        await using var journal = Open(proxy);
        await journal.AppendAsync([Some.Entry("known", JournalEntryKind.Message) with { Group = "group" }], Change("known"));
        await LookUpAsync(journal);
        proxy.Forget();

        await LookUpAsync(journal).WaitAsync(Patience.Long);

        // By now the writer has been idle for so long that it asks first whether its connection lives.
        var written = await journal.AppendAsync([Some.Entry("after")]).AsTask().WaitAsync(Patience.Long);
        Assert.True(written.Written);
    }

    // What all deliveries of a host ask together.
    private static async Task LookUpAsync(DatabaseJournal journal)
    {
        var byGroup = new JournalQuery
        {
            Groups = ["group"],
            Kinds = [JournalEntryKind.Message],
            From = Some.Time,
            Limit = 3,
        };
        await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        Assert.NotNull(await journal.FindCaseAsync(new CaseReference(null, "known")));
                        Assert.Single(await journal.ListAsync(new JournalQuery { Keys = ["known"] }));
                        Assert.Single(await journal.ListAsync(byGroup));
                    })
                )
        );
    }

    private static CaseChange Change(string issue) => new() { Case = Some.Case(new CaseReference(null, issue)), ExpectedVersion = 0 };

    private DatabaseJournal Open(DroppingProxy proxy)
    {
        var options = PostgresFixture.Options(_schema);
        options.AppendTimeout = Never;
        return PostgresJournal.Open(
            new NpgsqlConnectionStringBuilder(postgres.Cluster.ConnectionString)
            {
                Host = "127.0.0.1",
                Port = proxy.Port,
                CommandTimeout = (int)Never.TotalSeconds,
            }.ToString(),
            options
        );
    }
}
