using AutoResolve.Words;

namespace AutoResolve.Languages;

/// <summary>The first different words of texts, as many as a language is told by.</summary>
/// <remarks>Half of its slots stay empty. Words of a text can be made to collide, so that the look-up is as long as the table at
/// most.</remarks>
internal sealed class DifferentWords
{
    private const int MaxWords = 256;
    private const int Slots = 2 * MaxWords;
    private const ulong Mixer = 0x9E3779B97F4A7C15;
    private const int Shift = 55;

    private readonly WordKey[] _keys = new WordKey[Slots];
    private readonly int[] _used = new int[MaxWords];
    private int _count;

    public void Clear()
    {
        foreach (var slot in _used.AsSpan(0, _count))
            _keys[slot] = default;
        _count = 0;
    }

    /// <returns>Whether it is another than all before; false where there are as many as count.</returns>
    public bool Add(WordKey key)
    {
        if (_count == MaxWords)
            return false;
        var slot = (int)((key.First ^ (key.Second * Mixer)) * Mixer >> Shift);
        while (_keys[slot] != default)
        {
            if (_keys[slot] == key)
                return false;
            slot = (slot + 1) % Slots;
        }

        _keys[slot] = key;
        _used[_count++] = slot;
        return true;
    }
}
