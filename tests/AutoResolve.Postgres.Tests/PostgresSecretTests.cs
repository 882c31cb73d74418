using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresSecretTests(PostgresFixture postgres) : SecretContract
{
    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Open_NoSecret_SaysHowToMakeOne()
    {
        await using var journal = Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.OpenAsync());

        Assert.StartsWith(
            $"The journal in the schema '{_schema}' needs a secret that all its hosts share",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("openssl rand -base64 32", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Open_Secret_StandsNowhereInTheDatabase()
    {
        await OpenAsync(One);
        await using var connection = await postgres.ConnectAsync(_schema);

        var rows = await connection.QueryAsync<string>("SELECT s::text FROM journal_secrets s");

        Assert.DoesNotContain(Convert.ToBase64String(One.ToBytes()), Assert.Single(rows), StringComparison.Ordinal);
        Assert.Contains(One.Fingerprint, rows.Single(), StringComparison.Ordinal);
    }

    protected override IDurableJournal Open(params JournalSecret[] secrets)
    {
        var options = new PostgresJournalOptions { Schema = _schema };
        foreach (var secret in secrets)
            options.Secrets.Add(new JournalSecretOptions { Id = secret.Id, Value = Convert.ToBase64String(secret.ToBytes()) });
        return PostgresJournal.Open(postgres.Cluster.ConnectionString, options);
    }

    protected override async Task<IReadOnlyList<string>> KnownAsync()
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        return [.. await connection.QueryAsync<string>("SELECT id FROM journal_secrets ORDER BY place")];
    }
}
