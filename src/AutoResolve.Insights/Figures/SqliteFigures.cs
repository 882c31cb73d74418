using AutoResolve.Journal;
using Dapper;

namespace AutoResolve.Insights.Figures;

/// <summary>Counts issues in the database of a journal, so that a million entries never leave it.</summary>
internal sealed class SqliteFigures(SqliteJournal journal)
{
    private const string Sql = """
        WITH decisions AS (
          SELECT issue_id, max(sequence) AS sequence, min(at) AS first_at, count(*) AS contacts, max(json_extract(content, '$.tier')) AS tier
          FROM entries WHERE kind = 1 AND at < @until GROUP BY issue_id HAVING min(at) >= @from
        ),
        issues AS (
          SELECT d.issue_id, d.first_at, e.at, d.contacts, d.tier, e.label, e.rule_id,
                 json_extract(e.content, '$.type') AS type,
                 coalesce(json_extract(e.content, '$.team'), json_extract(e.content, '$.owner')) AS team,
                 json_extract(e.content, '$.issue.channel') AS channel,
                 json_extract(e.content, '$.issue.product') AS product,
                 json_extract(e.content, '$.issue.requester') AS requester
          FROM decisions d JOIN entries e ON e.sequence = d.sequence
        ),
        ends AS (SELECT issue_id, label, at, max(sequence) FROM entries WHERE kind = 4 AND at < @until GROUP BY issue_id),
        verdicts AS (
          SELECT issue_id, max(label = 'helpful') AS helpful, max(label <> 'helpful') AS bad FROM entries WHERE kind = 5 AND at < @until GROUP BY issue_id
        ),
        judged AS (
          SELECT i.*, coalesce(e.label, i.label) AS outcome, coalesce(e.at, i.at) AS end_at,
                 coalesce(v.helpful, 0) AS helpful,
                 coalesce(v.bad, 0) OR (i.requester IS NOT NULL AND i.type IS NOT NULL
                   AND julianday(lead(i.first_at) OVER (PARTITION BY i.requester, i.type ORDER BY i.first_at)) - julianday(i.first_at) <= @days) AS reopened
          FROM issues i LEFT JOIN ends e ON e.issue_id = i.issue_id LEFT JOIN verdicts v ON v.issue_id = i.issue_id
        ),
        flagged AS (
          SELECT *, outcome IN ('answered', 'fixed') AS answered, coalesce(reopened, 0) AS again, julianday(@now) - julianday(first_at) > @days AS over
          FROM judged
          WHERE first_at < @to
            AND (@type IS NULL OR type = @type OR substr(type, 1, length(@type) + 1) = @type || '/')
            AND (@team IS NULL OR team = @team COLLATE NOCASE)
            AND (@channel IS NULL OR channel = @channel COLLATE NOCASE)
            AND (@product IS NULL OR product = @product COLLATE NOCASE)
        )
        SELECT tier AS Tier, coalesce(type, 'unknown') AS Type, team AS Team, channel AS Channel, product AS Product, rule_id AS Rule,
               count(*) AS Issues,
               sum(answered) AS Answered,
               sum(answered AND helpful AND NOT again) AS Confirmed,
               sum(answered AND NOT helpful AND NOT again AND over) AS Assumed,
               sum(answered AND again) AS Reopened,
               sum(outcome = 'escalated') AS Escalated,
               sum(outcome = 'routed') AS Routed,
               sum(answered AND contacts = 1 AND NOT again) AS FirstContact,
               sum(CASE WHEN answered THEN (julianday(end_at) - julianday(first_at)) * 1440 ELSE 0.0 END) AS Minutes
        FROM flagged
        GROUP BY 1, 2, 3, 4, 5, 6
        ORDER BY 7 DESC, 2, 3, 4, 5, 6, 1
        """;

    /// <summary>Counts the issues of a journal's file, without writing to it.</summary>
    public static async Task<IReadOnlyList<FigureCell>> ReadAsync(string path, ReportingPeriod period, int days, DateTimeOffset now, FigureFilter filter, CancellationToken cancellationToken)
    {
        await using var journal = new SqliteJournal(path);
        return await new SqliteFigures(journal).ReadAsync(period, days, now, filter, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="period">In which issues first came.</param>
    /// <param name="days">The days of grace, within which a second contact opens an issue again.</param>
    /// <param name="now">Until when is known what became of them.</param>
    /// <param name="filter">Which issues count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<FigureCell>> ReadAsync(ReportingPeriod period, int days, DateTimeOffset now, FigureFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            Sql,
            new
            {
                from = EntryRow.TextOf(period.From),
                to = EntryRow.TextOf(period.To),
                until = EntryRow.TextOf(period.To.AddDays(days)),
                now = EntryRow.TextOf(now),
                days,
                type = filter.Type,
                team = filter.Team,
                channel = filter.Channel,
                product = filter.Product,
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToCell())];
    }

    private sealed class Row
    {
        public long? Tier { get; init; }
        public string Type { get; init; } = "";
        public string? Team { get; init; }
        public string? Channel { get; init; }
        public string? Product { get; init; }
        public string? Rule { get; init; }
        public long Issues { get; init; }
        public long Answered { get; init; }
        public long Confirmed { get; init; }
        public long Assumed { get; init; }
        public long Reopened { get; init; }
        public long Escalated { get; init; }
        public long Routed { get; init; }
        public long FirstContact { get; init; }
        public double Minutes { get; init; }

        public FigureCell ToCell() => new()
        {
            Tier = (int?)Tier,
            Type = Type,
            Team = Team,
            Channel = Channel,
            Product = Product,
            Rule = Rule,
            Issues = Issues,
            Answered = Answered,
            Confirmed = Confirmed,
            Assumed = Assumed,
            Reopened = Reopened,
            Escalated = Escalated,
            Routed = Routed,
            FirstContact = FirstContact,
            Minutes = Minutes,
        };
    }
}
