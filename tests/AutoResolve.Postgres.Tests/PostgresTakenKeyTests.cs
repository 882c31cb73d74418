using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;
using Npgsql;

namespace AutoResolve.Postgres.Tests;

/// <summary>What changes cases is written without looking up its keys first; one that is taken is refused all the same, and nothing
/// else.</summary>
[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresTakenKeyTests(PostgresFixture postgres)
{
    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Append_OfManyCasesSomeWithKeysThatAreTaken_RefusesThoseAlone()
    {
        await using var journal = postgres.Open(_schema);
        await journal.AppendAsync([Some.Entry("taken-0"), Some.Entry("taken-10")]);

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => AppendAsync(journal, number)));

        for (var number = 0; number < results.Length; number++)
        {
            var isTaken = number % 10 == 0;
            Assert.Equal(isTaken ? $"taken-{number % 20}" : null, results[number].ConflictingKey);
            Assert.Equal(isTaken, await journal.FindCaseAsync(ReferenceOf(number)) is null);
        }

        Assert.Equal(2 + (36 * 2), (await journal.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Append_ByACaseAndByAnotherHostThatAreOneKey_IsWrittenOnce()
    {
        await using var one = postgres.Open(_schema);
        await using var other = postgres.Open(_schema);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(number => AppendAsync(number % 2 == 0 ? one : other, number, $"same-{number / 4}"))
        );

        Assert.Equal(15, results.Count(result => result.Written));
        Assert.Equal(45, results.Count(result => result.ConflictingKey is not null));
        Assert.Equal(30, (await one.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Append_OfACaseThatIsStale_LetsNoneFail()
    {
        await using var journal = postgres.Open(_schema);
        await AppendAsync(journal, 1);

        // The keys are taken, too; the case is looked at first, so the server has nothing to refuse.
        var results = await Task.WhenAll(AppendAsync(journal, 1), AppendAsync(journal, 2), AppendAsync(journal, 3));

        Assert.Equal([true, false, false], results.Select(result => result.IsStale));
        await using var connection = await postgres.ConnectAsync(_schema);
        Assert.Equal(0, await RolledBackAsync(connection));
    }

    // Sequences are drawn also by what is rolled back.
    private static async Task<long> RolledBackAsync(NpgsqlConnection connection) =>
        await connection.ExecuteScalarAsync<long>("SELECT max(sequence) - count(*) FROM entries");

    private static Task<AppendResult> AppendAsync(IDurableJournal journal, int number, string? key = null) =>
        journal
            .AppendAsync(
                [Some.Entry($"first-{number}"), Some.Entry(key ?? (number % 10 == 0 ? $"taken-{number % 20}" : $"second-{number}"))],
                new CaseChange { Case = Some.Case(ReferenceOf(number)), ExpectedVersion = 0 }
            )
            .AsTask();

    private static CaseReference ReferenceOf(int number) => new(null, $"case-{number}");
}
