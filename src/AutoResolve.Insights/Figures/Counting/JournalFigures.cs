using System.Globalization;
using System.Text.Json;
using AutoResolve.Journal;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a journal in its database, so that a million entries never leave it. Writes nothing.</summary>
/// <remarks>
/// An issue is what its last decision says, and what became of that, where it does not merely close it; what was begun and not finished
/// is neither answered nor escalated.
/// What a person or team has got is not answered by a later rule, and what became part of another issue is nothing to do.
/// Each issue is followed for the days of grace after its first
/// decision, and each answer for as many days after it was given, whatever the period: so periods of different length compare, and from
/// twice the days of grace after a period on its counts change no more.
/// Whether a requester came back is looked for among the next three contacts about the same type; more than two before the answer are one
/// and the same cry for help.
/// </remarks>
internal static class JournalFigures
{
    // As EntryRow writes them.
    private const int TimeLength = 28;
    private const int MaxNamed = 3;
    private const int MaxDamaged = 10_000;
    private const string Resolved = "is_judged AND verdict < 2 AND NOT came_back AND NOT taken";

    /// <param name="journal">A journal in a database.</param>
    /// <param name="calendar">In which issues first came.</param>
    /// <param name="days">The days of grace, each of 24 hours, within which a second contact opens an issue again.</param>
    /// <param name="now">Until when is known what became of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal is in no database, or cannot be read.</exception>
    public static async Task<FigureSet> ReadAsync(
        IJournal journal,
        ReportingCalendar calendar,
        int days,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ReadAsync(journal, calendar, days, now, [], cancellationToken).ConfigureAwait(false);
        }
        catch (JournalException)
        {
            // A database tells that an entry is damaged, but not which. They are few, and looking for them is slow.
            var damaged = await FindDamagedAsync(journal, calendar, days, cancellationToken).ConfigureAwait(false);
            if (damaged.Count is 0 or > MaxDamaged)
                throw;
            return await ReadAsync(journal, calendar, days, now, damaged, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<FigureSet> ReadAsync(
        IJournal journal,
        ReportingCalendar calendar,
        int days,
        DateTimeOffset now,
        IReadOnlyList<long> damaged,
        CancellationToken cancellationToken
    )
    {
        var (database, dialect) = SqlDialect.Of(journal);
        var sql = Sql(dialect, calendar, damaged);
        return database.ReadOnlyAsync(
            async connection =>
            {
                if (dialect.Settings is { } settings)
                    await connection.ExecuteAsync(settings).ConfigureAwait(false);

                // Made anew where the connection died half-way.
                var fold = new FigureAggregator(calendar);

                // Entries need not be in the order of their times: a journal begins with what is written first, or with what came first.
                var first = await connection
                    .ExecuteScalarAsync<string?>("SELECT at FROM entries ORDER BY sequence LIMIT 1")
                    .ConfigureAwait(false);
                var rows = connection.QueryUnbufferedAsync<FigureRow>(sql, Parameters(calendar, days, now), commandTimeout: 0);
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    fold.Add((int)row.Part, row.Key, row.Counts, isSuperseded: row.IsSuperseded != 0);
                    first = string.CompareOrdinal(row.First, first) < 0 ? row.First : first;
                }

                var isFirstSchema = await database.FindVersionAsync(connection).ConfigureAwait(false) == 1;
                await CaseEntries
                    .CountAsync(
                        connection,
                        isFirstSchema,
                        calendar.Starts[0],
                        calendar.Period.To.AddDays(2 * days),
                        TimeSpan.FromDays(days),
                        new CaseTally(fold, calendar, TimeSpan.FromDays(days), now),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return fold.ToSet(Remarks(damaged)) with
                {
                    KnownSince = first is null
                        ? null
                        : ReportingPeriod.OfDay(DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), calendar.Zone).From,
                };
            },
            cancellationToken
        );
    }

    // A decision is judged until the next one of its issue; that one counts as coming back. Whoever is nobody's next contact stands
    // alone, so that
    // nothing is joined: a database whose statistics are old would join a million rows with a million one by one.
    private static string Sql(SqlDialect dialect, ReportingCalendar calendar, IReadOnlyList<long> damaged) =>
        $"""
            WITH decisions AS {dialect.InParallel} (
            {dialect.Decisions}{Except("", damaged)}
            ),
            placed AS (
              SELECT d.*,
                     (SELECT e.at FROM entries e
                      WHERE e.issue_id = d.issue_id AND e.sequence < d.sequence AND e.kind = 1 {Except(
                "e.",
                damaged
            )} AND coalesce({dialect.TextIn("e.content", "issue", "tenant")}, '') = d.tenant
                      ORDER BY e.sequence LIMIT 1) AS earlier_at,
                     (SELECT e.at || CAST(e.sequence AS text) FROM entries e
                      WHERE e.issue_id = d.issue_id AND e.sequence > d.sequence AND e.kind = 1 AND e.at < @last AND e.label <> 'closed' {Except(
                "e.",
                damaged
            )} AND coalesce({dialect.TextIn("e.content", "reason")}, '') <> 'goesOn' AND coalesce({dialect.TextIn(
                "e.content",
                "issue",
                "tenant"
            )}, '') = d.tenant
                      ORDER BY e.sequence LIMIT 1) AS later
              FROM decisions d {dialect.OptimizationBarrier}
            ),
            followed AS (
              SELECT p.*, coalesce(earlier_at, at) AS first_at, substr(later, 1, {TimeLength}) AS later_at, {dialect.GraceAfter(
                "coalesce(earlier_at, at)"
            )} AS follow_end
              FROM placed p
              WHERE earlier_at IS NULL OR (label <> 'closed' AND coalesce(reason, '') <> 'goesOn') {dialect.OptimizationBarrier}
            ),
            finished AS (
              SELECT sequence, issue_id, tenant, requester, author, type, team, tier, channel, product, rule_id, earlier_at, first_at, follow_end, later, later_at, is_last, is_merged, outcome,
                     coalesce(substr(ended, 1, {TimeLength}), at) AS end_at,
                     CASE WHEN is_held THEN 'held'
                          WHEN outcome = 'unfinished' THEN 'unfinished'
                          WHEN outcome = 'escalated' AND label <> 'escalated' THEN 'notCarriedOut'
                          ELSE reason END AS reason
              FROM (
                SELECT o.*,
                       CASE WHEN is_merged THEN 'ignored'
                            WHEN is_held THEN 'escalated'
                            WHEN ended IS NOT NULL THEN substr(ended, {TimeLength + 1})
                            WHEN is_open THEN 'unfinished'
                            ELSE label END AS outcome
                FROM (
                  SELECT f.*,
                         coalesce(later_at > follow_end, true) AS is_last,
                         coalesce(mode, 'active') <> 'active' AS is_held,
                         coalesce((SELECT e.label FROM entries e
                          WHERE e.issue_id = f.issue_id AND e.sequence > f.sequence AND e.sequence < {Next(
                "f"
            )} AND e.kind = 13 AND e.at <= f.follow_end AND e.label IN ('merged', 'reopened', 'reassigned', 'personReplied')
                          ORDER BY e.sequence DESC LIMIT 1), '') = 'merged' AS is_merged,
                         (SELECT e.at || e.label FROM entries e
                          WHERE e.issue_id = f.issue_id AND e.sequence > f.sequence AND e.kind = 4 AND e.at <= f.follow_end {Except(
                "e.",
                damaged
            )}
                            AND (f.entry_key IS NULL OR e.closes = f.entry_key OR coalesce({dialect.TextIn(
                "e.content",
                "decision"
            )}, f.entry_key) = f.entry_key)
                          ORDER BY e.sequence DESC LIMIT 1) AS ended
                  FROM followed f
                  WHERE first_at >= @first AND at <= follow_end {dialect.OptimizationBarrier}
                ) o
              ) f
            ),
            contacts AS (
              SELECT f.*, lead(first_at, 1) OVER person AS next_1, lead(first_at, 2) OVER person AS next_2, lead(first_at, 3) OVER person AS next_3
              FROM finished f
              WINDOW person AS (
                PARTITION BY tenant, requester, type, CASE WHEN is_last AND requester IS NOT NULL AND type IS NOT NULL THEN 0 ELSE sequence END
                ORDER BY first_at, sequence)
            ),
            judged AS (
              SELECT j.*,
                     answered AND end_at < @quiet AS is_judged,
                     CASE WHEN answered THEN coalesce((SELECT max(CASE WHEN e.label = 'helpful' THEN 1 ELSE 2 END) FROM entries e
                      WHERE e.issue_id = j.issue_id AND e.sequence > j.sequence AND e.sequence < {Next(
                "j"
            )} AND e.kind = 5 AND e.at <= j.grace_end), 0) ELSE 0 END AS verdict,
                     {Taken(dialect)} AS taken,
                     answered AND (coalesce(later_at <= grace_end, false)
                       OR coalesce(CASE WHEN next_1 > end_at THEN next_1 WHEN next_2 > end_at THEN next_2 WHEN next_3 > end_at THEN next_3 END <= grace_end, false)) AS came_back,
                     CASE WHEN NOT answered OR end_at < first_at THEN 0.0 ELSE {dialect.SecondsBetween(
                "first_at",
                "end_at"
            )} END AS seconds,
                     CASE WHEN earlier_at IS NULL THEN tier ELSE {dialect.Most(
                "tier",
                $"(SELECT max(CAST({dialect.TextIn("e.content", "tier")} AS bigint)) FROM entries e WHERE e.issue_id = j.issue_id AND e.sequence < j.sequence AND e.kind = 1 {Except("e.", damaged)} AND coalesce({dialect.TextIn("e.content", "issue", "tenant")}, '') = j.tenant)"
            )} END AS reached
              FROM (
                SELECT h.*, outcome IN ('answered', 'fixed') AND NOT handed AS answered, CASE WHEN outcome IN ('answered', 'fixed') THEN {dialect.GraceAfter(
                "end_at"
            )} END AS grace_end
                FROM (
                  SELECT c.*, {Handed(dialect, damaged)} AS handed
                  FROM contacts c
                  WHERE first_at < @to {dialect.OptimizationBarrier}
                ) h {dialect.OptimizationBarrier}
              ) j {dialect.OptimizationBarrier}
            )
            SELECT CASE WHEN is_last THEN 0 ELSE 1 END AS IsSuperseded,
                   CAST({Part(
                0,
                calendar.Starts.Count - 1
            )} AS bigint) AS Part, reached AS Tier, coalesce(type, 'unknown') AS Type, team AS Team, channel AS Channel, product AS Product, rule_id AS Rule, reason AS Reason, nullif(tenant, '') AS Center,
                   count(*) AS Issues,
                   count(*) FILTER (WHERE answered) AS Answered,
                   count(*) FILTER (WHERE {Resolved} AND verdict = 1) AS Confirmed,
                   count(*) FILTER (WHERE {Resolved} AND verdict = 0) AS Assumed,
                   count(*) FILTER (WHERE {Resolved} AND verdict = 0 AND requester IS NULL) AS Unseen,
                   count(*) FILTER (WHERE is_judged AND (verdict = 2 OR came_back OR taken)) AS Reopened,
                   count(*) FILTER (WHERE verdict = 1) AS Helpful,
                   count(*) FILTER (WHERE verdict = 2) AS Wrong,
                   count(*) FILTER (WHERE outcome = 'escalated') AS Escalated,
                   count(*) FILTER (WHERE outcome = 'routed' OR (outcome IN ('answered', 'fixed') AND handed)) AS Routed,
                   count(*) FILTER (WHERE outcome = 'asked') AS Asked,
                   count(*) FILTER (WHERE outcome IN ('ignored', 'closed')) AS Ignored,
                   count(*) FILTER (WHERE outcome = 'unfinished') AS Unfinished,
                   count(*) FILTER (WHERE outcome IN ('escalated', 'routed') OR handed OR taken) AS Handled,
                   count(*) FILTER (WHERE {Resolved} AND earlier_at IS NULL) AS FirstContact,
                   count(*) FILTER (WHERE {Resolved} AND seconds <= 3600) AS WithinHour,
                   count(*) FILTER (WHERE {Resolved} AND seconds <= 86400) AS WithinDay,
                   coalesce(sum(seconds) FILTER (WHERE {Resolved}), 0.0) / 60.0 AS Minutes,
                   min(first_at) AS First
            FROM judged
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            """;

    // Before the next decision of its issue.
    private static string Next(string decision) =>
        $"coalesce(CAST(substr({decision}.later, {TimeLength + 1}) AS bigint), " + $"{long.MaxValue})";

    // A person or team had got it before, whatever a rule says later.
    private static string Handed(SqlDialect dialect, IReadOnlyList<long> damaged) =>
        $"""
            CASE WHEN earlier_at IS NULL OR is_merged THEN false ELSE EXISTS (
              SELECT 1 FROM entries e
              WHERE e.issue_id = c.issue_id AND e.sequence < c.sequence {Except("e.", damaged)}
                AND ((e.kind = 4 AND e.label IN ('routed', 'escalated'))
                  OR (e.kind = 1 AND coalesce({dialect.TextIn("e.content", "issue", "tenant")}, '') = c.tenant
                    AND ((NOT e.is_open AND e.label IN ('routed', 'escalated')) OR coalesce({dialect.TextIn(
                "e.content",
                "mode"
            )}, 'active') <> 'active')))) END
            """;

    // A person or team took up what was answered, asked or begun: a system told it, or a person wrote to the customer.
    private static string Taken(SqlDialect dialect) =>
        $"""
            outcome IN ('answered', 'fixed', 'asked', 'unfinished') AND EXISTS (
              SELECT 1 FROM entries e
              WHERE e.issue_id = j.issue_id AND e.sequence > j.sequence AND e.sequence < {Next(
                "j"
            )} AND e.at <= coalesce(j.grace_end, j.follow_end)
                AND ((e.kind = 13 AND (e.label IN ('reopened', 'reassigned', 'personReplied') OR (e.label = 'closed' AND outcome IN ('asked', 'unfinished'))))
                  OR (e.kind = 12 AND coalesce(CAST({dialect.TextIn("e.content", "turn", "toCustomer")} AS text),
                    CASE WHEN {dialect.TextIn(
                "e.content",
                "turn",
                "author"
            )} = 'agent' AND j.author IN ('', 'unknown', 'customer') THEN 'true' ELSE 'false' END) IN ('true', '1'))))
            """;

    // By halves, so that each issue is compared with few of the starts.
    private static string Part(int first, int last)
    {
        if (first == last)
            return string.Create(CultureInfo.InvariantCulture, $"{first}");
        var middle = (first + last + 1) / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"CASE WHEN first_at < @start{middle} THEN {Part(first, middle - 1)} ELSE {Part(middle, last)} END"
        );
    }

    // Numbers of the journal's own; nothing that could hold SQL.
    private static string Except(string table, IReadOnlyList<long> damaged) =>
        damaged.Count == 0
            ? ""
            : $" AND {table}sequence NOT IN "
                + $"({string.Join(", ", damaged.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)))})";

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

    private static IReadOnlyList<string> Remarks(IReadOnlyList<long> damaged)
    {
        if (damaged.Count == 0)
            return [];
        var entries = damaged.Count == 1 ? "entry" : "entries";
        var named = string.Join(", ", damaged.Take(MaxNamed));
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Not counted: {damaged.Count} {entries} of the journal that cannot be read, such as {named}"
            ),
        ];
    }

    private static Task<List<long>> FindDamagedAsync(
        IJournal journal,
        ReportingCalendar calendar,
        int days,
        CancellationToken cancellationToken
    ) =>
        SqlDialect
            .Of(journal)
            .Journal.ReadOnlyAsync(
                async connection =>
                {
                    var damaged = new List<long>();
                    var entries = connection.QueryUnbufferedAsync<EntryRow>(
                        "SELECT sequence, at, kind, content FROM entries WHERE kind IN (1, 4) AND at < @last",
                        new { last = EntryRow.TextOf(calendar.Period.To.AddDays(2 * days)) },
                        commandTimeout: 0
                    );
                    await foreach (var row in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
                    {
                        var entry = row.ToEntry();
                        if (
                            entry.Kind == JournalEntryKind.Decision
                                ? JournalJson.TryRead<DecisionContent>(entry) is null
                                : !IsObject(entry.Content)
                        )
                            damaged.Add(entry.Sequence);
                    }

                    return damaged;
                },
                cancellationToken
            );

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
