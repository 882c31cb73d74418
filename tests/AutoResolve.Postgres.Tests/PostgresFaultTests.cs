using System.Collections.Concurrent;
using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;
using Npgsql;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresFaultTests(PostgresFixture postgres)
{
    private const string Unreachable = "The database server that holds the journal cannot be reached";

    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Append_ServerCrashesMeanwhile_LosesNothingThatWasAcknowledgedAndWorksAgain()
    {
        await using var journal = postgres.Open(_schema);
        await journal.AppendAsync([Some.Entry("first")]);
        var acknowledged = new ConcurrentQueue<string>(["first"]);
        var writing = Enumerable
            .Range(0, 8)
            .Select(writer =>
                Task.Run(() =>
                    Assert.ThrowsAsync<JournalException>(async () =>
                    {
                        for (var number = 0; ; number++)
                        {
                            Assert.True((await journal.AppendAsync([Some.Entry($"{writer}-{number}")])).Written);
                            acknowledged.Enqueue($"{writer}-{number}");
                        }
                    })
                )
            )
            .ToList();
        await Patience.UntilAsync(() => Task.FromResult(acknowledged.Count > 100));

        JournalException[] exceptions;
        await postgres.Cluster.CrashAsync();
        try
        {
            exceptions = await Task.WhenAll(writing).WaitAsync(Patience.Long);
            var stillDown = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry("never")]));
            Assert.StartsWith(Unreachable, stillDown.Message, StringComparison.Ordinal);
        }
        finally
        {
            await postgres.Cluster.StartAsync();
        }

        Assert.All(exceptions, exception => Assert.NotNull(exception.InnerException));
        Assert.True((await journal.AppendAsync([Some.Entry("back")])).Written);
        var keys = (await journal.ListAsync()).Select(entry => entry.Key!).ToHashSet();
        Assert.Subset(keys, acknowledged.ToHashSet());
        Assert.DoesNotContain("never", keys);
        Assert.Contains("back", keys);
    }

    [SkippableFact]
    public async Task Append_ServerRestartedWhileNobodyWrote_WorksAtOnce()
    {
        await using var journal = postgres.Open(_schema);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        await journal.AppendAsync([Some.Entry($"{number}")]);
                        await journal.ListAsync();
                    })
                )
        );
        await postgres.Cluster.CrashAsync();
        await postgres.Cluster.StartAsync();

        Assert.True((await journal.AppendAsync([Some.Entry("after")])).Written);
        Assert.Equal(9, (await journal.ListAsync()).Count);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task Find_AllConnectionsCutWhileNobodyUsedThem_WorksAtOnce(int readers)
    {
        await using var journal = postgres.Open(_schema);
        await journal.AppendAsync([Some.Entry("first")]);
        async Task<int[]> ReadAsync(int count) =>
            await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(async () => (await journal.ListAsync()).Count)));
        await ReadAsync(16);
        await using (var connection = await postgres.ConnectAsync(_schema))
            await connection.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()");

        Assert.All(await ReadAsync(readers), count => Assert.Equal(1, count));
    }

    [SkippableFact]
    public async Task Append_ServerDownAtTheStart_WorksOnceItIsUp()
    {
        await using var journal = postgres.Open(_schema);
        await postgres.Cluster.CrashAsync();
        try
        {
            var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry("down")]));
            Assert.StartsWith(Unreachable, exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            await postgres.Cluster.StartAsync();
        }

        Assert.True((await journal.AppendAsync([Some.Entry("up")])).Written);
        Assert.Equal(["up"], (await journal.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Append_VersionOfANewerProgram_IsRefused()
    {
        await using (var connection = await postgres.ConnectAsync(_schema))
            await connection.ExecuteAsync(
                $"CREATE SCHEMA {_schema}; CREATE TABLE journal_version (version integer NOT NULL); "
                    + "INSERT INTO journal_version VALUES (99)"
            );
        await using var journal = postgres.Open(_schema);

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Equal(
            $"The journal in the schema '{_schema}' has version 99; this program knows versions up to 2. "
                + "Use the newer program, or another schema.",
            exception.Message
        );
    }

    [SkippableFact]
    public async Task Append_UserWhoMayCreateNothing_SaysWhatToGrant()
    {
        await using var journal = await OpenAsNewUserAsync();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Equal($"The journal's user may not use or create the schema '{_schema}'. Grant it.", exception.Message);
    }

    [SkippableFact]
    public async Task Append_UserWhoMayInsertAndSelectAndUpdateCases_WorksWhereTheSchemaIsThere()
    {
        await using var owner = postgres.Open(_schema);
        await owner.AppendAsync([Some.Entry("of the owner")]);
        await using var journal = await OpenAsNewUserAsync();
        await using (var connection = await postgres.ConnectAsync(_schema))
            await connection.ExecuteAsync(
                $"""
                GRANT USAGE ON SCHEMA {_schema} TO {_schema}_user;
                GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA {_schema} TO {_schema}_user;
                GRANT UPDATE ON {_schema}.cases TO {_schema}_user;
                """
            );

        Assert.True((await journal.AppendAsync([Some.Entry("of the user")])).Written);
        await journal.SaveRulebookAsync("revision", new byte[] { 1 });

        Assert.Equal(["of the owner", "of the user"], (await journal.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task RawSql_Truncate_IsRefused()
    {
        await using var journal = postgres.Open(_schema);
        await journal.AppendAsync([Some.Entry("kept")]);
        await using var connection = await postgres.ConnectAsync(_schema);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("TRUNCATE entries"));

        Assert.Contains("append-only", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Begin_WhereTheServerCommitsLazily_FlushesEachCommitAllTheSame()
    {
        await using var database = new PostgresDatabase(
            postgres.Cluster.ConnectionString + ";Options=-c synchronous_commit=off",
            PostgresFixture.Options(_schema)
        );
        await database.PrepareAsync();
        await using var connection = (NpgsqlConnection)await database.ConnectAsync(CancellationToken.None);
        Assert.Equal("off", await connection.ExecuteScalarAsync<string>("SHOW synchronous_commit"));

        await using var transaction = await PostgresWriter.BeginAsync(connection, _schema);

        Assert.Equal("on", await connection.ExecuteScalarAsync<string>("SHOW synchronous_commit"));
        Assert.Equal("on", await connection.ExecuteScalarAsync<string>("SHOW fsync"));
    }

    [SkippableFact]
    public async Task Append_ServerThatDoesNotAnswerInTime_FailsAndWorksOnceItDoes()
    {
        var options = PostgresFixture.Options(_schema);

        // Long enough for a busy machine to make the journal ready; what is locked out waits it out whatever the machine does.
        options.AppendTimeout = TimeSpan.FromSeconds(10);
        await using var journal = PostgresJournal.Open(postgres.Cluster.ConnectionString, options);
        await journal.AppendAsync([Some.Entry("before")]);
        await using var connection = await postgres.ConnectAsync(_schema);
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync("LOCK TABLE entries IN EXCLUSIVE MODE");
            var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry("locked out")]));
            Assert.Contains("It is not known whether it wrote; it may have.", exception.Message, StringComparison.Ordinal);
        }

        await Patience.UntilAsync(async () =>
        {
            try
            {
                return (await journal.AppendAsync([Some.Entry("after")])) is { Written: true } or { ConflictingKey: "after" };
            }
            catch (JournalException)
            {
                return false;
            }
        });
        var keys = (await journal.ListAsync()).Select(entry => entry.Key!).ToHashSet();
        Assert.Subset(new HashSet<string> { "before", "locked out", "after" }, keys);
    }

    private async Task<IDurableJournal> OpenAsNewUserAsync()
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync($"CREATE ROLE {_schema}_user LOGIN");
        return PostgresJournal.Open(
            new NpgsqlConnectionStringBuilder(postgres.Cluster.ConnectionString) { Username = $"{_schema}_user" }.ToString(),
            PostgresFixture.Options(_schema)
        );
    }
}
