using System.Numerics;
using System.Security.Cryptography;

namespace AutoResolve.Matching.Indexing;

/// <summary>The terms of one issue, numbered from 0 in the order in which they are added. Small enough to stay in the nearest cache, however many terms rules have.</summary>
/// <remarks>Open addressing. Slots are drawn at random, so that no text can be made whose terms collide.</remarks>
internal sealed class TermSet
{
    private const int FirstSize = 256;

    private readonly uint _multiplier = (uint)RandomNumberGenerator.GetInt32(int.MaxValue) | 1;
    private Slot[] _slots = new Slot[FirstSize];
    private int _shift = 32 - BitOperations.Log2(FirstSize);

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        if (Count == 0)
            return;
        Array.Clear(_slots);
        Count = 0;
    }

    /// <returns>The number of the term; -1 where it is not there.</returns>
    public int Find(int term)
    {
        for (var at = (uint)term * _multiplier >> _shift; ; at = (at + 1) & (uint)(_slots.Length - 1))
        {
            var slot = _slots[at];
            if (slot.Term == term)
                return slot.Number;
            if (slot.Term == 0)
                return -1;
        }
    }

    /// <returns>The number of the term, which is added where it is not there.</returns>
    public int Add(int term)
    {
        var known = Find(term);
        if (known >= 0)
            return known;
        if ((Count + 1) * 2 > _slots.Length)
            Grow();
        Insert(new Slot(term, Count));
        return Count++;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 4];
        _shift -= 2;
        foreach (var slot in slots)
        {
            if (slot.Term != 0)
                Insert(slot);
        }
    }

    private void Insert(Slot slot)
    {
        var at = (uint)slot.Term * _multiplier >> _shift;
        while (_slots[at].Term != 0)
            at = (at + 1) & (uint)(_slots.Length - 1);
        _slots[at] = slot;
    }

    private readonly record struct Slot(int Term, int Number);
}
