using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>What a query finds, said as plainly as can be.</summary>
internal static class QueryOracle
{
    public static IReadOnlyList<JournalEntry> Find(IReadOnlyList<JournalEntry> all, JournalQuery query)
    {
        var found = all.Where(entry => Holds(all, entry, query)).OrderBy(entry => query.NewestFirst ? -entry.Sequence : entry.Sequence);
        return [.. found.Take(query.Limit ?? int.MaxValue)];
    }

    public static IReadOnlyList<JournalCount> Count(IReadOnlyList<JournalEntry> all, JournalQuery query) =>
        [
            .. Find(all, query with { Limit = null })
                .CountBy(entry => (entry.Kind, entry.Label))
                .Select(count => new JournalCount(count.Key.Kind, count.Key.Label, count.Value))
                .OrderBy(count => count.Kind)
                .ThenBy(count => count.Label, StringComparer.Ordinal),
        ];

    private static bool Holds(IReadOnlyList<JournalEntry> all, JournalEntry entry, JournalQuery query)
    {
        if (query.Kinds.Count > 0 && !query.Kinds.Contains(entry.Kind))
            return false;
        if (query.IssueId is { } issue && entry.IssueId != issue)
            return false;
        if (query.Case is { } reference && (entry.IssueId != reference.IssueId || (entry.Tenant ?? "") != (reference.Tenant ?? "")))
            return false;
        if (query.Keys.Count > 0 && !query.Keys.Contains(entry.Key))
            return false;
        if (query.RuleId is { } rule && entry.RuleId != rule)
            return false;
        if (query.RuleVersion is { } version && entry.RuleVersion != version)
            return false;
        if (query.Groups.Count > 0 && !query.Groups.Contains(entry.Group))
            return false;
        if (query.From is { } from && entry.At < from)
            return false;
        if (query.Before is { } before && entry.At >= before)
            return false;
        if (entry.Sequence <= query.AfterSequence)
            return false;
        return !query.Unfinished || (entry.IsOpen && !all.Any(other => other.Closes is not null && other.Closes == entry.Key));
    }
}
