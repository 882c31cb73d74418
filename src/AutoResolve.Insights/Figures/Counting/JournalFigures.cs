using System.Globalization;
using AutoResolve.Journal;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a journal in its database, so that a million entries never leave it. Writes nothing.</summary>
/// <remarks>
/// An issue is what its last decision says, and what became of that; what was begun and not finished is neither answered nor escalated. It is followed for the days of grace after the period, and an answer for as many days after it was given:
/// from twice the days of grace after the period on, the counts change no more.
/// </remarks>
internal static class JournalFigures
{
    private const long SecondsADay = 86_400;

    // As EntryRow writes them.
    private const int TimeLength = 28;

    /// <param name="journal">A journal in a database.</param>
    /// <param name="calendar">In which issues first came.</param>
    /// <param name="days">The days of grace, each of 24 hours, within which a second contact opens an issue again.</param>
    /// <param name="now">Until when is known what became of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal is in no database, or cannot be read.</exception>
    public static Task<FigureSet> ReadAsync(IJournal journal, ReportingCalendar calendar, int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (database, dialect) = SqlDialect.Of(journal);
        var sql = Sql(dialect, calendar);
        return database.UseAsync(
            async connection =>
            {
                // Made anew where the connection died half-way.
                var fold = new FigureFold(calendar);
                var rows = connection.QueryUnbufferedAsync<FigureRow>(sql, Parameters(calendar, days, now), commandTimeout: 0);
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                    fold.Add((int)row.Part, row.Key, row.Counts);
                return fold.ToSet([]);
            },
            cancellationToken);
    }

    // What issues of the period became is known at @until; whether they came back is seen until @last.
    private static string Sql(SqlDialect dialect, ReportingCalendar calendar) => $"""
        WITH decisions AS (
        {dialect.Decisions}
        ),
        placed AS (
          SELECT *,
                 row_number() OVER issue AS place,
                 min(sequence) OVER issue AS first_sequence,
                 min(at) OVER issue AS first_at,
                 count(*) FILTER (WHERE at < @until) OVER issue AS contacts,
                 max(tier) FILTER (WHERE at < @until) OVER issue AS reached
          FROM decisions
          WINDOW issue AS (PARTITION BY issue_id ORDER BY (at < @until) DESC, sequence DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ),
        issues AS MATERIALIZED (
          SELECT p.*,
                 (SELECT e.at || e.label FROM entries e WHERE e.issue_id = p.issue_id AND e.sequence > p.sequence AND e.kind = 4 AND e.at < @until ORDER BY e.sequence DESC LIMIT 1) AS ended,
                 (SELECT max(CASE WHEN e.label = 'helpful' THEN 1 ELSE 2 END) FROM entries e WHERE e.issue_id = p.issue_id AND e.sequence > p.sequence AND e.kind = 5 AND e.at < @last) AS verdict
          FROM placed p
          WHERE place = 1
            AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.issue_id = p.issue_id AND e.sequence < p.first_sequence AND e.kind = 1)
        ),
        ended AS MATERIALIZED (
          SELECT i.*,
                 CASE WHEN coalesce(mode, 'active') <> 'active' THEN 'escalated'
                      WHEN ended IS NOT NULL THEN substr(ended, {TimeLength + 1})
                      WHEN is_open THEN 'unfinished'
                      ELSE label END AS outcome,
                 coalesce(substr(ended, 1, {TimeLength}), at) AS end_at,
                 lead(first_at) OVER (PARTITION BY tenant, requester, type ORDER BY first_at, first_sequence) AS next_at
          FROM issues i
        ),
        judged AS MATERIALIZED (
          SELECT *,
                 outcome IN ('answered', 'fixed') AS answered,
                 outcome IN ('answered', 'fixed') AND (coalesce(verdict = 2, false) OR (requester IS NOT NULL AND type IS NOT NULL AND next_at IS NOT NULL AND {dialect.SecondsBetween("end_at", "next_at")} <= @grace)) AS again,
                 outcome IN ('answered', 'fixed') AND coalesce(verdict = 1, false) AS helpful,
                 outcome IN ('answered', 'fixed') AND verdict IS NULL AND end_at < @quiet AS quiet,
                 CASE WHEN outcome IN ('answered', 'fixed') THEN {dialect.SecondsBetween("first_at", "end_at")} END AS seconds
          FROM ended
          WHERE first_at < @to
        )
        SELECT CAST({Part(0, calendar.Starts.Count - 1)} AS bigint) AS Part, reached AS Tier, coalesce(type, 'unknown') AS Type, team AS Team, channel AS Channel, product AS Product, rule_id AS Rule, reason AS Reason,
               count(*) AS Issues,
               count(*) FILTER (WHERE answered) AS Answered,
               count(*) FILTER (WHERE helpful AND NOT again) AS Confirmed,
               count(*) FILTER (WHERE quiet AND NOT again) AS Assumed,
               count(*) FILTER (WHERE quiet AND NOT again AND requester IS NULL) AS Unseen,
               count(*) FILTER (WHERE again) AS Reopened,
               count(*) FILTER (WHERE outcome = 'escalated') AS Escalated,
               count(*) FILTER (WHERE outcome = 'routed') AS Routed,
               count(*) FILTER (WHERE outcome = 'asked') AS Asked,
               count(*) FILTER (WHERE outcome = 'ignored') AS Ignored,
               count(*) FILTER (WHERE outcome = 'unfinished') AS Unfinished,
               count(*) FILTER (WHERE (helpful OR quiet) AND NOT again AND contacts = 1) AS FirstContact,
               count(*) FILTER (WHERE (helpful OR quiet) AND NOT again AND seconds <= 3600) AS WithinHour,
               count(*) FILTER (WHERE (helpful OR quiet) AND NOT again AND seconds <= 86400) AS WithinDay,
               coalesce(sum(seconds) FILTER (WHERE (helpful OR quiet) AND NOT again), 0.0) / 60.0 AS Minutes
        FROM judged
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        """;

    // By halves, so that each issue is compared with few of the starts.
    private static string Part(int first, int last)
    {
        if (first == last)
            return string.Create(CultureInfo.InvariantCulture, $"{first}");
        var middle = (first + last + 1) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"CASE WHEN first_at < @start{middle} THEN {Part(first, middle - 1)} ELSE {Part(middle, last)} END");
    }

    private static DynamicParameters Parameters(ReportingCalendar calendar, int days, DateTimeOffset now)
    {
        var period = calendar.Period;
        var parameters = new DynamicParameters();
        parameters.Add("first", EntryRow.TextOf(calendar.Starts[0]));
        parameters.Add("to", EntryRow.TextOf(period.To));
        parameters.Add("until", EntryRow.TextOf(period.To.AddDays(days)));
        parameters.Add("last", EntryRow.TextOf(period.To.AddDays(2 * days)));
        parameters.Add("quiet", EntryRow.TextOf(now.AddDays(-days)));
        parameters.Add("grace", days * SecondsADay);
        for (var place = 1; place < calendar.Starts.Count; place++)
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"start{place}"), EntryRow.TextOf(calendar.Starts[place]));
        return parameters;
    }
}
