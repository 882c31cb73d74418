using System.Runtime.InteropServices;
using AutoResolve.Budgets;

namespace AutoResolve.Index;

/// <summary>Finds phrases close together: of any two, the later starts at most so many words after the earlier ends.</summary>
internal sealed class NearFinder(PhraseFinder phrases, TokenizedIssue text)
{
    // All places are sorted.
    private const int StepsPerPlace = 8;

    private WorkBudget _work = new();

    private readonly List<PhrasePlace> _places = [];
    private readonly List<int> _itemEnds = [];
    private readonly List<int> _next = [];
    private readonly List<int> _ends = [];

    /// <summary>Begins with another issue.</summary>
    /// <param name="work">Takes the steps: where there are no more, nothing more is near.</param>
    public void Begin(WorkBudget work) => _work = work;

    public bool Exists(ReadOnlySpan<int> items, int within, Range part) => FindAll(items, part) && (items.Length == 1 || AreNear(within));

    /// <summary>Adds a place of each phrase: those that <c>NearPattern</c> gives as evidence.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Find(ReadOnlySpan<int> items, int within, Range part, List<PhrasePlace> chosen)
    {
        if (!FindAll(items, part) || !AreNear(within))
            return false;
        for (var item = 0; item < items.Length; item++)
            chosen.Add(Chosen(item));
        return true;
    }

    private bool FindAll(ReadOnlySpan<int> items, Range part)
    {
        _places.Clear();
        _itemEnds.Clear();
        foreach (var item in items)
        {
            if (!phrases.MayExist(item))
                return false;
        }

        foreach (var item in items)
        {
            var first = _places.Count;
            phrases.FindAll(item, part, _places);
            if (_places.Count == first || !_work.Take(StepsPerPlace * (_places.Count - first)))
                return false;
            _itemEnds.Add(_places.Count);
        }

        return true;
    }

    // The start of the one chosen was passed on to those that end earlier; no two start at the same word.
    private PhrasePlace Chosen(int item)
    {
        var from = _next[item];
        var at = from;
        while (at + 1 < _itemEnds[item] && _places[at + 1].Start == _places[from].Start)
            at++;
        return _places[at];
    }

    // For each end, ascending, every phrase needs an occurrence that ends no earlier and starts no more than "within"
    // after it.
    private bool AreNear(int within)
    {
        var places = CollectionsMarshal.AsSpan(_places);
        _next.Clear();
        _ends.Clear();
        var first = 0;
        foreach (var end in _itemEnds)
        {
            var item = places[first..end];
            foreach (var place in item)
                _ends.Add(place.End);
            SortByEnd(item);
            _next.Add(first);
            first = end;
        }

        _ends.Sort();
        for (var at = 0; at < _ends.Count; at++)
        {
            if (at > 0 && _ends[at] == _ends[at - 1])
                continue;
            if (!_work.Take(_itemEnds.Count))
                return false;
            if (Holds(places, _ends[at], text.PositionOf(_ends[at] - 1) + within) is { } holds)
                return holds;
        }

        return false;
    }

    // No further end can do better once an item has no occurrence left: then it is certain that none holds.
    private bool? Holds(ReadOnlySpan<PhrasePlace> places, int end, int latestStart)
    {
        var near = true;
        for (var item = 0; item < _itemEnds.Count; item++)
        {
            var next = _next[item];
            while (next < _itemEnds[item] && places[next].End < end)
                next++;
            _next[item] = next;
            if (next == _itemEnds[item])
                return false;
            near &= text.PositionOf(places[next].Start) <= latestStart;
        }

        return near ? true : null;
    }

    // Sorted by end, each with the earliest start of those that end no earlier.
    private static void SortByEnd(Span<PhrasePlace> item)
    {
        item.Sort(static (left, right) => left.End != right.End ? left.End.CompareTo(right.End) : left.Start.CompareTo(right.Start));
        for (var at = item.Length - 2; at >= 0; at--)
        {
            if (item[at + 1].Start < item[at].Start)
                item[at] = item[at] with { Start = item[at + 1].Start };
        }
    }
}
