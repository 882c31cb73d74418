using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>A turn of a delivery.</summary>
/// <param name="Turn">The turn; null for what the issue itself says.</param>
/// <param name="Keys">How the journal may know it, by each secret; first by the one that is used.</param>
internal sealed record DeliveredTurn(Turn? Turn, IReadOnlyList<string> Keys)
{
    /// <summary>How it is written where it is new.</summary>
    public string Key => Keys[0];

    /// <summary>The keys of the entries that it may have.</summary>
    public IEnumerable<string> EntryKeys => Keys.SelectMany(key => new[] { JournalKeys.Decision(key), JournalKeys.Turn(key) });
}
