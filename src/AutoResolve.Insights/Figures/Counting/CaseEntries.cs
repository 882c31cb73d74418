using System.Data.Common;
using AutoResolve.Journal;
using Dapper;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>
/// Reads a journal case by case, each in the order of its entries, and counts what became of them. In memory is one case at a time.
/// </summary>
internal static class CaseEntries
{
    // The index by case gives the order. A case that began before is not of this time, and is left out whole.
    private static string Sql(string entries) =>
        $$"""
            SELECT sequence, at, kind, tenant, issue_id AS IssueId, entry_key AS Key, is_open AS IsOpen, closes, label,
                   CASE WHEN kind IN (1, 4, 12) THEN content ELSE '{}' END AS content
            FROM {{entries}} e
            WHERE kind IN (1, 4, 5, 12, 13) AND at >= @first AND at < @last AND NOT EXISTS (
              SELECT 1 FROM {{entries}} b WHERE b.issue_id = e.issue_id AND b.tenant = e.tenant AND b.kind = 1 AND b.at < @first)
            ORDER BY issue_id, sequence
            """;

    public static async Task CountAsync(
        DbConnection connection,
        bool isFirstSchema,
        DateTimeOffset first,
        DateTimeOffset last,
        TimeSpan grace,
        CaseTally tally,
        CancellationToken cancellationToken
    )
    {
        var courses = new Dictionary<string, CaseCourse>(StringComparer.Ordinal);
        var issue = "";
        var rows = connection.QueryUnbufferedAsync<EntryRow>(
            Sql(EntryQuery.Table(isFirstSchema)),
            new { first = EntryRow.TextOf(first), last = EntryRow.TextOf(last) },
            commandTimeout: 0
        );
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.IssueId != issue)
                Finish();
            issue = row.IssueId;
            if (!courses.TryGetValue(row.Tenant, out var course))
                courses[row.Tenant] = course = new CaseCourse(grace);
            course.See(row.ToEntry());
        }

        Finish();
        tally.Finish();

        void Finish()
        {
            foreach (var course in courses.Values)
                tally.Add(course);
            courses.Clear();
        }
    }
}
