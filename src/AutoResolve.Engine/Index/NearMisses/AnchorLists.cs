using System.Runtime.InteropServices;

namespace AutoResolve.Index.NearMisses;

/// <summary>Lists of rules or groups, each found by an anchor. Immutable.</summary>
internal sealed class AnchorLists
{
    // In the order of the keys.
    private readonly ulong[] _keys;
    private readonly int[] _numbers;
    private readonly int[] _starts;
    private readonly int[] _items;

    public AnchorLists(AnchorListsBuilder builder)
    {
        (_keys, _numbers) = ([.. builder.Numbers.Keys], [.. builder.Numbers.Values]);
        Array.Sort(_keys, _numbers);
        _starts = new int[_numbers.Length + 1];
        _items = new int[builder.Entries.Count];
        foreach (var (list, _) in builder.Entries)
            _starts[list + 1]++;
        for (var list = 1; list < _starts.Length; list++)
            _starts[list] += _starts[list - 1];
        var next = (int[])_starts.Clone();
        foreach (var (list, item) in builder.Entries)
            _items[next[list]++] = item;
    }

    /// <summary>What is in a list, ascending.</summary>
    public ReadOnlySpan<int> this[int list] => _items.AsSpan(_starts[list], _starts[list + 1] - _starts[list]);

    /// <summary>How long a list is.</summary>
    public int LengthOf(int list) => _starts[list + 1] - _starts[list];

    /// <summary>The number of the list that an anchor leads to. Numbers are in the order of the first that is in each list.</summary>
    public bool TryFind(ulong key, out int list)
    {
        var at = Array.BinarySearch(_keys, key);
        list = at < 0 ? 0 : _numbers[at];
        return at >= 0;
    }
}

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
