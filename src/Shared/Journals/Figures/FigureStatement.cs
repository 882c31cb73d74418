using System.Globalization;
using AutoResolve.Journaling.Figures;
using Dapper;

namespace AutoResolve.Shared.Journals.Figures;

/// <summary>The statement that counts issues, as a store says it.</summary>
internal static class FigureStatement
{
    private static readonly string Statement = SqlFile.Read("issue-figures.sql");

    /// <param name="dialect">How the store says it.</param>
    /// <param name="query">Which issues.</param>
    /// <param name="unreadable">The entries that are left out, by their sequences.</param>
    /// <param name="isFirstSchema">Whether the journal is as the first version wrote it.</param>
    public static string Of(SqlDialect dialect, FigureQuery query, IReadOnlyList<long> unreadable, bool isFirstSchema) =>
        SqlFile.Fill(
            Statement,
            ("inParallel", dialect.InParallel),
            ("decisions", dialect.Decisions),
            ("barrier", dialect.OptimizationBarrier),
            ("exceptUnreadable", Except(unreadable)),
            ("graceAfterFirst", dialect.GraceAfter("coalesce(earlier_at, at)")),
            ("graceAfterEnd", dialect.GraceAfter("end_at")),
            ("secondsToEnd", dialect.SecondsBetween("first_at", "end_at")),
            ("e.tenant", $"coalesce({dialect.TextIn("e.content", "issue", "tenant")}, {{ownTenant}})"),
            // What was erased names its tenant only beside what it said; the first schema has no column for it.
            ("ownTenant", isFirstSchema ? "''" : "e.tenant"),
            ("e.reason", dialect.TextIn("e.content", "reason")),
            ("e.decision", dialect.TextIn("e.content", "decision")),
            ("e.mode", dialect.TextIn("e.content", "mode")),
            ("e.tier", dialect.TextIn("e.content", "tier")),
            ("e.toCustomer", dialect.TextIn("e.content", "turn", "toCustomer")),
            ("e.author", dialect.TextIn("e.content", "turn", "author")),
            ("part", Part(0, query.Starts.Count - 1))
        );

    public static DynamicParameters ParametersOf(FigureQuery query)
    {
        var parameters = new DynamicParameters();
        parameters.Add("first", EntryRow.TextOf(query.Starts[0]));
        parameters.Add("to", EntryRow.TextOf(query.To));
        parameters.Add("last", EntryRow.TextOf(query.ReadUntil));
        parameters.Add("quiet", EntryRow.TextOf(query.Now.AddDays(-query.GraceDays)));
        parameters.Add("grace", query.GraceDays);
        for (var place = 1; place < query.Starts.Count; place++)
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"start{place}"), EntryRow.TextOf(query.Starts[place]));
        return parameters;
    }

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
    private static string Except(IReadOnlyList<long> unreadable) =>
        unreadable.Count == 0
            ? ""
            : $" AND e.sequence NOT IN "
                + $"({string.Join(", ", unreadable.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)))})";
}
