using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>The track records of all rules that a journal knows. Writes nothing.</summary>
public static class TrackRecords
{
    /// <summary>Reads all decisions, feedback and demotions, and counts them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By rule and version.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<IReadOnlyList<TrackRecord>> ReadAsync(IJournal journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var records = new Dictionary<(string Rule, int Version), TrackRecord>();
        var query = new JournalQuery { Kinds = [JournalEntryKind.Decision, JournalEntryKind.Feedback, JournalEntryKind.Demotion] };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry is not { RuleId: { } rule, RuleVersion: { } version })
                continue;
            var record = records.GetValueOrDefault((rule, version), new TrackRecord(rule, version, 0, 0, 0, 0));
            records[(rule, version)] = Add(record, entry);
        }

        return [.. records.OrderBy(one => one.Key.Rule, StringComparer.Ordinal).ThenBy(one => one.Key.Version).Select(one => one.Value)];
    }

    private static TrackRecord Add(TrackRecord record, JournalEntry entry) =>
        entry.Kind switch
        {
            JournalEntryKind.Decision => record with { Uses = record.Uses + 1 },
            JournalEntryKind.Demotion => record with { OnlySuggests = true },
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
