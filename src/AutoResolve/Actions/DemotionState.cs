using System.Collections.Frozen;
using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>Which rules were demoted, as far as the journal was read.</summary>
internal sealed record DemotionState
{
    public FrozenSet<RuleVersion> Demoted { get; private init; } = [];

    /// <summary>Whether the journal was ever read.</summary>
    public bool IsRead { get; private init; }

    /// <summary>The last entry that was read.</summary>
    public long Position { get; private init; }

    /// <summary>The journal was read. What another reader has read before counts once.</summary>
    /// <param name="entries">All demotions after a position that is not beyond <see cref="Position"/>.</param>
    public DemotionState Read(IReadOnlyList<JournalEntry> entries)
    {
        if (entries is not [.., var last])
            return this with { IsRead = true };
        var demoted = entries
            .Where(entry => entry is { RuleId: not null, RuleVersion: not null })
            .Select(entry => new RuleVersion(entry.RuleId!, entry.RuleVersion!.Value));
        return new()
        {
            Demoted = Demoted.Union(demoted).ToFrozenSet(),
            IsRead = true,
            Position = Math.Max(Position, last.Sequence),
        };
    }
}
