using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>A turn of a delivery.</summary>
/// <param name="turn">The turn; null for what the issue itself says.</param>
/// <param name="key">How it is written where it is new.</param>
/// <param name="keys">How the journal may know it, by each secret; asked for only where the case is known.</param>
internal sealed class DeliveredTurn(Turn? turn, string key, Func<IReadOnlyList<string>> keys)
{
    private readonly Lazy<IReadOnlyList<string>> _keys = new(keys);

    public Turn? Turn => turn;

    public string Key => key;

    /// <summary>The keys of the entries that it may have.</summary>
    public IEnumerable<string> EntryKeys => _keys.Value.SelectMany(each => new[] { JournalKeys.Decision(each), JournalKeys.Turn(each) });
}
