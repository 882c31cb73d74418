using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What the journal knows of a case to which something was delivered.</summary>
internal sealed record KnownCase
{
    public required CaseRecord Record { get; init; }

    public required CaseContent Content { get; init; }

    /// <summary>The entries of the delivered turns that were delivered before.</summary>
    public required IReadOnlyList<JournalEntry> Heard { get; init; }

    /// <summary>The delivered turns that were not delivered before.</summary>
    public required IReadOnlyList<DeliveredTurn> New { get; init; }

    /// <summary>The key of the decision that heard the delivery, or else the last one; null where nothing was decided yet.</summary>
    public string? Decision =>
        Heard.Count == 0
            ? Content.Decision
            : Heard[^1] switch
            {
                { Kind: JournalEntryKind.Decision } entry => entry.Key,
                var entry => JournalJson.TryRead<TurnContent>(entry)?.Decision ?? Content.Decision,
            };

    public static async ValueTask<KnownCase> ReadAsync(
        IJournal journal,
        CaseRecord record,
        Delivery delivery,
        CancellationToken cancellationToken
    )
    {
        List<JournalEntry> heard = [];
        await foreach (
            var entry in journal
                .ReadAsync(new JournalQuery { Keys = [.. delivery.Turns.SelectMany(turn => turn.EntryKeys)] }, cancellationToken)
                .ConfigureAwait(false)
        )
            heard.Add(entry);
        var keys = heard.Select(entry => entry.Key!).ToHashSet(StringComparer.Ordinal);
        return new KnownCase
        {
            Record = record,
            Content = JournalJson.TryReadCase(record) ?? new CaseContent(),
            Heard = heard,
            New = [.. delivery.Turns.Where(turn => !turn.EntryKeys.Any(keys.Contains))],
        };
    }
}
