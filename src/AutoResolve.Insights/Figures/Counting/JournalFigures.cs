using System.Globalization;
using System.Text.Json;
using AutoResolve.Journal;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a journal in its database, so that a million entries never leave it. Writes nothing.</summary>
/// <remarks>
/// An issue is what its last decision says, and what became of that; what was begun and not finished is neither answered nor escalated. Each issue is followed for the days of grace after its first
/// decision, and each answer for as many days after it was given, whatever the period: so periods of different length compare, and from twice the days of grace after a period on its counts change no more.
/// Whether a requester came back is looked for among the next three contacts about the same type; more than two before the answer are one and the same cry for help.
/// </remarks>
internal static class JournalFigures
{
    // As EntryRow writes them.
    private const int TimeLength = 28;
    private const int MostNamed = 3;
    private const string Resolved = "is_judged AND verdict < 2 AND NOT came_back";

    /// <param name="journal">A journal in a database.</param>
    /// <param name="calendar">In which issues first came.</param>
    /// <param name="days">The days of grace, each of 24 hours, within which a second contact opens an issue again.</param>
    /// <param name="now">Until when is known what became of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal is in no database, or cannot be read.</exception>
    public static async Task<FigureSet> ReadAsync(IJournal journal, ReportingCalendar calendar, int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(journal, calendar, days, now, [], cancellationToken).ConfigureAwait(false);
        }
        catch (JournalException)
        {
            // A database tells that an entry is damaged, but not which. They are few, and looking for them is slow.
            var damaged = await FindDamagedAsync(journal, calendar, days, cancellationToken).ConfigureAwait(false);
            if (damaged.Count == 0)
                throw;
            return await ReadAsync(journal, calendar, days, now, damaged, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<FigureSet> ReadAsync(IJournal journal, ReportingCalendar calendar, int days, DateTimeOffset now, IReadOnlyList<long> damaged, CancellationToken cancellationToken)
    {
        var (database, dialect) = SqlDialect.Of(journal);
        var sql = Sql(dialect, calendar, damaged);
        return database.ReadOnlyAsync(
            async connection =>
            {
                // Made anew where the connection died half-way.
                var fold = new FigureFold(calendar);
                var rows = connection.QueryUnbufferedAsync<FigureRow>(sql, Parameters(calendar, days, now), commandTimeout: 0);
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                    fold.Add((int)row.Part, row.Key, row.Counts, isSuperseded: row.IsSuperseded != 0);
                return fold.ToSet(Remarks(damaged));
            },
            cancellationToken);
    }

    // A decision is judged until the next one of its issue; that one counts as coming back.
    private static string Sql(SqlDialect dialect, ReportingCalendar calendar, IReadOnlyList<long> damaged) => $"""
        WITH decisions AS (
        {dialect.Decisions}{Except("", damaged)}
        ),
        numbered AS (
          SELECT *,
                 min(sequence) OVER issue AS first_sequence,
                 min(at) OVER issue AS first_at,
                 lead(sequence) OVER issue AS later_sequence,
                 lead(at) OVER issue AS later_at
          FROM decisions
          WINDOW issue AS (PARTITION BY issue_id, tenant ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ),
        followed AS (
          SELECT n.*, {dialect.GraceAfter("first_at")} AS follow_end
          FROM numbered n
          WHERE NOT EXISTS (
              SELECT 1 FROM entries e
              WHERE e.issue_id = n.issue_id AND e.sequence < n.first_sequence AND e.kind = 1 {Except("e.", damaged)} AND coalesce({dialect.TextIn("e.content", "issue", "tenant")}, '') = n.tenant)
        ),
        placed AS (
          SELECT *,
                 max(sequence) OVER issue AS last_sequence,
                 count(*) OVER issue AS contacts,
                 max(tier) OVER issue AS reached
          FROM followed
          WHERE at <= follow_end
          WINDOW issue AS (PARTITION BY issue_id, tenant)
        ),
        ended AS MATERIALIZED (
          SELECT p.*,
                 (SELECT e.at || e.label FROM entries e
                  WHERE e.issue_id = p.issue_id AND e.sequence > p.sequence AND e.kind = 4 AND e.at <= p.follow_end {Except("e.", damaged)}
                    AND (p.entry_key IS NULL OR e.closes = p.entry_key OR coalesce({dialect.TextIn("e.content", "decision")}, p.entry_key) = p.entry_key)
                  ORDER BY e.sequence DESC LIMIT 1) AS ended
          FROM placed p
        ),
        finished AS MATERIALIZED (
          SELECT f.*,
                 CASE WHEN coalesce(mode, 'active') <> 'active' THEN 'escalated'
                      WHEN ended IS NOT NULL THEN substr(ended, {TimeLength + 1})
                      WHEN is_open THEN 'unfinished'
                      ELSE label END AS outcome,
                 coalesce(substr(ended, 1, {TimeLength}), at) AS end_at,
                 sequence = last_sequence AS is_last
          FROM ended f
        ),
        heard AS MATERIALIZED (
          SELECT h.*,
                 outcome IN ('answered', 'fixed') AS answered,
                 CASE WHEN outcome IN ('answered', 'fixed') THEN {dialect.GraceAfter("end_at")} END AS grace_end,
                 lead(first_at, 1) OVER contact AS next_1,
                 lead(first_at, 2) OVER contact AS next_2,
                 lead(first_at, 3) OVER contact AS next_3
          FROM finished h
          WINDOW contact AS (PARTITION BY is_last, tenant, requester, type ORDER BY first_at, first_sequence)
        ),
        judged AS MATERIALIZED (
          SELECT j.*,
                 answered AND end_at < @quiet AS is_judged,
                 coalesce((SELECT max(CASE WHEN e.label = 'helpful' THEN 1 ELSE 2 END) FROM entries e
                  WHERE j.answered AND e.issue_id = j.issue_id AND e.sequence > j.sequence AND e.sequence < coalesce(j.later_sequence, 9223372036854775807) AND e.kind = 5 AND e.at <= j.grace_end), 0) AS verdict,
                 coalesce(later_at <= grace_end, false)
                   OR (is_last AND requester IS NOT NULL AND type IS NOT NULL
                       AND coalesce(CASE WHEN next_1 > end_at THEN next_1 WHEN next_2 > end_at THEN next_2 WHEN next_3 > end_at THEN next_3 END <= grace_end, false)) AS came_back,
                 CASE WHEN NOT answered THEN 0.0 WHEN end_at < first_at THEN 0.0 ELSE {dialect.SecondsBetween("first_at", "end_at")} END AS seconds
          FROM heard j
          WHERE first_at < @to
        )
        SELECT CASE WHEN is_last THEN 0 ELSE 1 END AS IsSuperseded,
               CAST({Part(0, calendar.Starts.Count - 1)} AS bigint) AS Part, reached AS Tier, coalesce(type, 'unknown') AS Type, team AS Team, channel AS Channel, product AS Product, rule_id AS Rule,
               CASE WHEN coalesce(mode, 'active') <> 'active' THEN 'held'
                    WHEN outcome = 'unfinished' THEN 'unfinished'
                    WHEN outcome = 'escalated' AND label <> 'escalated' THEN 'notCarriedOut'
                    ELSE reason END AS Reason,
               count(*) AS Issues,
               count(*) FILTER (WHERE answered) AS Answered,
               count(*) FILTER (WHERE {Resolved} AND verdict = 1) AS Confirmed,
               count(*) FILTER (WHERE {Resolved} AND verdict = 0) AS Assumed,
               count(*) FILTER (WHERE {Resolved} AND verdict = 0 AND requester IS NULL) AS Unseen,
               count(*) FILTER (WHERE is_judged AND (verdict = 2 OR came_back)) AS Reopened,
               count(*) FILTER (WHERE outcome = 'escalated') AS Escalated,
               count(*) FILTER (WHERE outcome = 'routed') AS Routed,
               count(*) FILTER (WHERE outcome = 'asked') AS Asked,
               count(*) FILTER (WHERE outcome = 'ignored') AS Ignored,
               count(*) FILTER (WHERE outcome = 'unfinished') AS Unfinished,
               count(*) FILTER (WHERE {Resolved} AND contacts = 1) AS FirstContact,
               count(*) FILTER (WHERE {Resolved} AND seconds <= 3600) AS WithinHour,
               count(*) FILTER (WHERE {Resolved} AND seconds <= 86400) AS WithinDay,
               coalesce(sum(seconds) FILTER (WHERE {Resolved}), 0.0) / 60.0 AS Minutes
        FROM judged
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        """;

    // By halves, so that each issue is compared with few of the starts.
    private static string Part(int first, int last)
    {
        if (first == last)
            return string.Create(CultureInfo.InvariantCulture, $"{first}");
        var middle = (first + last + 1) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"CASE WHEN first_at < @start{middle} THEN {Part(first, middle - 1)} ELSE {Part(middle, last)} END");
    }

    // Numbers of the journal's own; nothing that could hold SQL.
    private static string Except(string table, IReadOnlyList<long> damaged) =>
        damaged.Count == 0 ? "" : $" AND {table}sequence NOT IN ({string.Join(", ", damaged.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)))})";

    private static DynamicParameters Parameters(ReportingCalendar calendar, int days, DateTimeOffset now)
    {
        var period = calendar.Period;
        var parameters = new DynamicParameters();
        parameters.Add("first", EntryRow.TextOf(calendar.Starts[0]));
        parameters.Add("to", EntryRow.TextOf(period.To));

        // Who comes back does so within twice the days of grace; what is decided of that does not matter.
        parameters.Add("last", EntryRow.TextOf(period.To.AddDays(2 * days)));
        parameters.Add("quiet", EntryRow.TextOf(now.AddDays(-days)));
        parameters.Add("grace", days);
        for (var place = 1; place < calendar.Starts.Count; place++)
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"start{place}"), EntryRow.TextOf(calendar.Starts[place]));
        return parameters;
    }

    private static IReadOnlyList<string> Remarks(IReadOnlyList<long> damaged) => damaged.Count == 0 ? [] :
    [
        string.Create(CultureInfo.InvariantCulture, $"Not counted: {damaged.Count} {(damaged.Count == 1 ? "entry" : "entries")} of the journal that cannot be read, such as {string.Join(", ", damaged.Take(MostNamed))}"),
    ];

    private static Task<List<long>> FindDamagedAsync(IJournal journal, ReportingCalendar calendar, int days, CancellationToken cancellationToken) => SqlDialect.Of(journal).Journal.ReadOnlyAsync(
        async connection =>
        {
            var damaged = new List<long>();
            var entries = connection.QueryUnbufferedAsync<EntryRow>(
                "SELECT sequence, at, kind, content FROM entries WHERE kind IN (1, 4) AND at < @last",
                new { last = EntryRow.TextOf(calendar.Period.To.AddDays(2 * days)) },
                commandTimeout: 0);
            await foreach (var row in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var entry = row.ToEntry();
                if (entry.Kind == JournalEntryKind.Decision ? JournalJson.TryRead<DecisionContent>(entry) is null : !IsObject(entry.Content))
                    damaged.Add(entry.Sequence);
            }

            return damaged;
        },
        cancellationToken);

    private static bool IsObject(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
