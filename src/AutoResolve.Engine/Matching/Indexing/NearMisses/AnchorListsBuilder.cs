using System.Runtime.InteropServices;

namespace AutoResolve.Matching.Indexing.NearMisses;

/// <summary>Gathers lists of rules or groups by anchor.</summary>
internal sealed class AnchorListsBuilder
{
    private readonly List<int> _last = [];

    /// <summary>The number of the list of each key.</summary>
    public Dictionary<ulong, int> Numbers { get; } = [];

    public List<(int List, int Item)> Entries { get; } = [];

    /// <summary>Adds an item to a list; to be called in the order of the items. One that is there already is not added again.</summary>
    public void Add(ulong key, int item)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(Numbers, key, out var isKnown);
        if (!isKnown)
        {
            list = _last.Count;
            _last.Add(-1);
        }

        if (_last[list] == item)
            return;
        _last[list] = item;
        Entries.Add((list, item));
    }
}
