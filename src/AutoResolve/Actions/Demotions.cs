using System.Collections.Immutable;
using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>The active rules that only suggest, as the journal tells. It is never taken back; a new version begins anew.</summary>
internal sealed class Demotions(IJournal journal, TimeProvider timeProvider, Redaction redaction)
{
    private DemotionState _state = new();

    /// <summary>The active rules that only suggest.</summary>
    public IReadOnlySet<RuleVersion> Demoted => State.Demoted;

    private DemotionState State => Volatile.Read(ref _state);

    /// <summary>Writes that a rule is demoted, once.</summary>
    /// <returns>False where it already was.</returns>
    public async ValueTask<bool> DemoteAsync(RuleReference rule, string reason, CancellationToken cancellationToken)
    {
        var entry = new JournalEntry
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Demotion,
            Key = $"demotion/{rule.Id}/{rule.Version}",
            RuleId = rule.Id,
            RuleVersion = rule.Version,
            Label = "suggest",
            Content = JournalJson.Write(new ControlContent("autoresolve", redaction.Text(reason))),
        };
        var result = await journal.AppendAsync([entry], cancellationToken: cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return result.Written;
    }

    /// <summary>Reads the journal, where that has not been done.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public ValueTask EnsureReadAsync(CancellationToken cancellationToken) => State.IsRead ? default : RefreshAsync(cancellationToken);

    /// <summary>Reads what was written since the last time.</summary>
    /// <exception cref="JournalException">It cannot be read; what was read before holds.</exception>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        var query = new JournalQuery { Kinds = [JournalEntryKind.Demotion], AfterSequence = State.Position };
        var entries = await journal.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        ImmutableInterlocked.Update(ref _state, state => state.Read(entries));
    }
}
