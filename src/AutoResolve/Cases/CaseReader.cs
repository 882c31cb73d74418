using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Reads cases from the journal.</summary>
internal sealed class CaseReader(IJournal journal)
{
    /// <summary>All entries of a case, in order.</summary>
    public async ValueTask<IReadOnlyList<JournalEntry>> EntriesAsync(CaseReference reference, CancellationToken cancellationToken) =>
        await ReadAsync(new JournalQuery { Case = reference }, cancellationToken).ConfigureAwait(false);

    /// <summary>A decision; null where it is not there or cannot be read.</summary>
    public async ValueTask<(JournalEntry Entry, DecisionContent Content)?> FindDecisionAsync(
        string? key,
        CancellationToken cancellationToken
    ) =>
        key is not null
        && await ReadAsync(new JournalQuery { Keys = [key] }, cancellationToken).ConfigureAwait(false) is [var entry]
        && JournalJson.TryRead<DecisionContent>(entry) is { } content
            ? (entry, content)
            : null;

    /// <summary>
    /// The turns of a case that no decision has heard, in order: those that wait for it, and those that were recorded since.
    /// </summary>
    /// <param name="entries">Entries of the case.</param>
    /// <param name="decision">The last decision; null where nothing was decided.</param>
    /// <param name="content">What stands in it.</param>
    public static IReadOnlyList<UnheardTurn> Unheard(IEnumerable<JournalEntry> entries, JournalEntry? decision, DecisionContent? content)
    {
        var heard = content?.Issue.Turns.Select(turn => turn.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        return
        [
            .. entries
                .Where(entry => entry.Kind == JournalEntryKind.Turn)
                .Select(entry => (entry.Sequence, Content: JournalJson.TryRead<TurnContent>(entry)))
                .Where(each => each.Content is { Turn: { } turn } && !heard.Contains(turn.Id))
                .Where(each => each.Content!.Decision is null || each.Sequence > decision?.Sequence)
                .Select(each => new UnheardTurn(each.Content!.Turn!.ToTurn(), each.Content.Masked, Waits: each.Content.Decision is null)),
        ];
    }

    /// <summary>The turns of a case that no decision has heard, in order.</summary>
    public async ValueTask<IReadOnlyList<UnheardTurn>> UnheardAsync(
        CaseReference reference,
        JournalEntry? decision,
        DecisionContent? content,
        CancellationToken cancellationToken
    )
    {
        var query = new JournalQuery { Case = reference, Kinds = [JournalEntryKind.Turn] };
        return Unheard(await ReadAsync(query, cancellationToken).ConfigureAwait(false), decision, content);
    }

    /// <summary>What became of a decision.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="decision">The decision's key; null where there is none yet.</param>
    /// <param name="status">What is said of the delivery where it has ended.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<Disposition> DispositionAsync(
        CaseReference reference,
        string? decision,
        DispositionStatus status,
        CancellationToken cancellationToken
    )
    {
        if (await FindDecisionAsync(decision, cancellationToken).ConfigureAwait(false) is not var (entry, content))
            return Dispositions.Waiting(reference);
        var resolution = DecisionRecorder.Resolution(entry, content);
        var summary =
            status == DispositionStatus.Duplicate
                ? "The same turn was delivered before."
                : "It says nothing that anything is to be done about, so it was written down and nothing else was done.";
        if (!entry.IsOpen)
            return Ended(Held(content) ? Outcome.Escalated : resolution.Outcome);
        return await FindEndAsync(reference, entry, cancellationToken).ConfigureAwait(false) is { } end
            ? Ended(JournalLabel.Read(end.Label, Outcome.Escalated))
            : Dispositions.UnderWay(resolution);

        Disposition Ended(Outcome outcome) =>
            Dispositions.Packed(
                new Disposition
                {
                    Resolution = resolution,
                    Outcome = outcome,
                    Summary = summary,
                    Status = status,
                },
                null
            );
    }

    // The last there is: what waited for approval ends a second time when it is approved.
    private async ValueTask<JournalEntry?> FindEndAsync(CaseReference reference, JournalEntry decision, CancellationToken cancellationToken)
    {
        var query = new JournalQuery
        {
            Case = reference,
            Kinds = [JournalEntryKind.Disposition],
            AfterSequence = decision.Sequence,
        };
        var ends = await ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return ends.FindLast(end => end.Closes == decision.Key || JournalJson.TryRead<DispositionContent>(end)?.Decision == decision.Key);
    }

    private static bool Held(DecisionContent content) => JournalLabel.Read(content.Mode, OperatingMode.Active) != OperatingMode.Active;

    private async ValueTask<List<JournalEntry>> ReadAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            entries.Add(entry);
        return entries;
    }
}
