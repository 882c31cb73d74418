using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>Sums up where a case stands, from its row and the newest of its entries.</summary>
internal static class CaseSummaries
{
    private static readonly JournalEntryKind[] Kinds =
    [
        JournalEntryKind.Decision,
        JournalEntryKind.Disposition,
        JournalEntryKind.Turn,
        JournalEntryKind.Event,
    ];

    public static async ValueTask<CaseSummary> ReadAsync(
        IJournal journal,
        CaseRecord record,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        JournalEntry? decision = null,
            end = null;
        DateTimeOffset? since = null,
            firstTurn = null;
        var turns = 0;
        var query = new JournalQuery
        {
            Case = record.Reference,
            Kinds = Kinds,
            NewestFirst = true,
        };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Kind == JournalEntryKind.Decision)
            {
                decision = entry;
                since ??= entry.At;
                break;
            }

            if (entry.Kind == JournalEntryKind.Turn)
            {
                // A turn that adds nothing leaves the case with whoever has it.
                turns++;
                firstTurn = entry.At;
                continue;
            }

            end ??= entry.Kind == JournalEntryKind.Disposition ? entry : null;
            since ??= entry.At;
        }

        var content = decision is null ? null : JournalJson.TryRead<DecisionContent>(decision);
        return new CaseSummary
        {
            Case = record.Reference,
            Stage = Stages.Of(record),
            Owner = record.Owner,
            Team = record.Team,
            Since = since ?? firstTurn,
            Due = record.Due,
            DueFor = record.DueFor,
            IsOverdue = record.Due <= now,
            Outcome = (end ?? decision) is { } told ? JournalLabel.Read(told.Label, Outcome.Escalated) : null,
            Reason = content is null ? null : JournalLabel.Read(content.Reason, ResolutionReason.Unexpected),
            Rule = decision?.RuleId,
            Turns = turns + (content?.Issue.Turns.Count ?? 0),
        };
    }
}
