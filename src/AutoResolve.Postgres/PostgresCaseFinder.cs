using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Finds rows of cases, with which every delivery begins.</summary>
internal sealed class PostgresCaseFinder
{
    private static readonly string Sql = SqlFile.Read("Statements/find-cases.sql");

    private readonly Gathering<(string Tenant, string Issue), CaseRow?> _gathering;

    /// <param name="lookup">Asks the server.</param>
    public PostgresCaseFinder(PostgresLookup lookup) => _gathering = new(wanted => FindAsync(lookup, wanted));

    /// <param name="reference">The case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        _gathering.FindAsync((EntryText.Of(reference.Tenant) ?? "", EntryText.Of(reference.IssueId)), cancellationToken);

    private static async Task<IReadOnlyList<CaseRow?>> FindAsync(PostgresLookup lookup, IReadOnlyList<(string Tenant, string Issue)> wanted)
    {
        var distinct = wanted.Distinct().ToList();
        using var command = new NpgsqlCommand(Sql)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. distinct.Select(each => each.Tenant)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. distinct.Select(each => each.Issue)] },
            },
        };
        var rows = await lookup.AskAsync(command, Read).ConfigureAwait(false);
        var byCase = rows.ToDictionary(row => (row.Tenant, row.IssueId));
        return [.. wanted.Select(byCase.GetValueOrDefault)];
    }

    private static CaseRow Read(NpgsqlDataReader reader) =>
        new()
        {
            Tenant = reader.GetString(0),
            IssueId = reader.GetString(1),
            Version = reader.GetInt64(2),
            Owner = reader.GetInt32(3),
            Team = PostgresLookup.Text(reader, 4),
            DueAt = PostgresLookup.Text(reader, 5),
            DueFor = PostgresLookup.Text(reader, 6),
            Calendar = PostgresLookup.Text(reader, 7),
            RequesterKey = PostgresLookup.Text(reader, 8),
            Content = reader.GetString(9),
            IsLeased = reader.GetBoolean(10),
        };
}
