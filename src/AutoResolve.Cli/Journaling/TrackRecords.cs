using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Journaling;

/// <summary>The track records of all rules that a journal knows.</summary>
internal static class TrackRecords
{
    /// <returns>By rule and version, each with whether it was demoted.</returns>
    public static async Task<IReadOnlyList<(TrackRecord Record, bool IsDemoted)>> ReadAsync(
        IJournal journal,
        CancellationToken cancellationToken
    )
    {
        var records = new Dictionary<(string Rule, int Version), (TrackRecord Record, bool IsDemoted)>();
        var query = new JournalQuery { Kinds = [JournalEntryKind.Decision, JournalEntryKind.Feedback, JournalEntryKind.Demotion] };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken))
        {
            if (entry is not { RuleId: { } rule, RuleVersion: { } version })
                continue;
            var (record, isDemoted) = records.GetValueOrDefault((rule, version), (new TrackRecord(rule, version, 0, 0, 0, 0), false));
            records[(rule, version)] = (Add(record, entry), isDemoted || entry.Kind == JournalEntryKind.Demotion);
        }

        return [.. records.OrderBy(one => one.Key.Rule, StringComparer.Ordinal).ThenBy(one => one.Key.Version).Select(one => one.Value)];
    }

    private static TrackRecord Add(TrackRecord record, JournalEntry entry) =>
        entry.Kind switch
        {
            JournalEntryKind.Decision => record with { Uses = record.Uses + 1 },
            JournalEntryKind.Feedback when entry.Label == JournalLabel.Of(FeedbackVerdict.Helpful) => record with
            {
                Helpful = record.Helpful + 1,
            },
            JournalEntryKind.Feedback when entry.Label == JournalLabel.Of(FeedbackVerdict.Reopened) => record with
            {
                Reopened = record.Reopened + 1,
            },
            JournalEntryKind.Feedback when entry.Label == JournalLabel.Of(FeedbackVerdict.Wrong) => record with
            {
                Wrong = record.Wrong + 1,
            },
            _ => record,
        };
}
