using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Finds the words of rules that a misspelt word may be. Immutable, safe for any number of threads.</summary>
/// <remarks>
/// <para>
/// Two words one error apart become the same when a letter of one, of the other, or of both is left out; so all that is left when a letter of
/// a rule's word is left out is hashed, and the same is looked up of the word in the text (Mor and Fraenkel, "A hash code method for detecting
/// and correcting spelling errors", 1982). What is found is verified letter by letter.
/// </para>
/// <para>
/// Nearly all words are turned away before: one error leaves the first half of a word as it is, or the last; so two bits tell that no
/// word of a rule begins or ends like it.
/// </para>
/// </remarks>
internal sealed class SpellingTable
{
    /// <summary>The fewest letters of a rule's word that is recognised with an error.</summary>
    public const int MinLength = 5;

    /// <summary>The fewest letters of a guard's word that is recognised with an error.</summary>
    public const int MinGuardLength = 4;

    /// <summary>The fewest letters of a guard's word that is recognised with two errors.</summary>
    public const int MinTwiceLength = 7;

    /// <summary>The letters of such a word that must be right, from the first on.</summary>
    public const int RightOfTwice = 3;

    /// <summary>The most letters of a word that is recognised with an error.</summary>
    public const int MaxLength = 32;

    private const int MinMisspelt = 3;
    private const int HalfLength = sizeof(ulong);
    private const ulong Mixer = 0x9E3779B97F4A7C15;
    private const ulong Base = 0xD6E8FEB86659FD93;
    private static readonly ulong[] Powers = PowersOf(Base);
    private static readonly ulong InverseOfBase = InverseOf(Base);

    private readonly string[] _words;
    private readonly SpellingUse[] _uses;

    // By the hash of what is left: where its words stand among the entries, and how many.
    private readonly Slot[] _slots;
    private readonly int[] _entries;
    private readonly int _shift;

    // By the first letters: the long words of guards that begin so.
    private readonly Dictionary<uint, int[]> _long;

    // A bit for the hash of each half.
    private readonly ulong[] _halves;
    private readonly int _halfShift;

    public SpellingTable(IEnumerable<KeyValuePair<string, SpellingUse>> words)
    {
        var known = words.Where(word => IsCorrectable(word.Key)).OrderBy(word => word.Key, StringComparer.Ordinal).ToArray();
        _words = [.. known.Select(word => word.Key)];
        _uses = [.. known.Select(word => word.Value)];
        HasTolerant = _uses.Any(use => use != SpellingUse.None);
        List<(ulong Hash, int Word)> variants = [];
        HashSet<ulong> halves = [];
        for (var word = 0; word < _words.Length; word++)
        {
            AddVariants(word, variants);
            AddHalves(word, halves);
        }

        variants.Sort();
        _entries = [.. variants.Select(variant => variant.Word)];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, variants.Count * 2));
        (_slots, _shift) = (new Slot[size], 64 - BitOperations.Log2((uint)size));
        for (var first = 0; first < variants.Count; )
        {
            var end = first + 1;
            while (end < variants.Count && variants[end].Hash == variants[first].Hash)
                end++;
            Insert(new Slot(variants[first].Hash, first, end - first));
            first = end;
        }

        var bits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(512, halves.Count * 8));
        (_halves, _halfShift) = (new ulong[bits / 64], 64 - BitOperations.Log2((uint)bits));
        foreach (var half in halves)
            _halves[(half >> _halfShift) >> 6] |= 1UL << (int)((half >> _halfShift) & 63);
        _long = Enumerable
            .Range(0, _words.Length)
            .Where(IsLong)
            .GroupBy(word => FirstLetters(Encoding.ASCII.GetBytes(_words[word])))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>A word of a rule, by the number that a candidate has.</summary>
    public string this[int word] => _words[word];

    /// <summary>Whether any word is recognised with an error.</summary>
    public bool HasTolerant { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>Whether a word that rules do not have may be a misspelt one, as 1 or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MayFind(in WordKey key)
    {
        var length = key.Length;
        var (first, last) = (First(length), Last(length));
        var head = key.First & Mask(first);
        var skipped = (length - last) * 8;
        var tail = skipped >= 64 ? key.Second >> (skipped - 64) : (key.First >> skipped) | ((key.Second << 1) << (63 - skipped));
        var found = HasHalf(HashOfHalf(head, length, 0)) | HasHalf(HashOfHalf(tail, length, 1));
        if (_long.Count > 0)
            found |= HasHalf(HashOfHalf(key.First & Mask(RightOfTwice), length, 2));
        return length >= MinMisspelt ? (int)found : 0;
    }

    /// <summary>Adds what the word may be: nothing where it is known, or no word of a rule is near.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="candidates">Takes the candidates, the nearest first, then by word.</param>
    public void Find(ReadOnlySpan<byte> word, List<SpellingCandidate> candidates)
    {
        var from = candidates.Count;
        if (word.Length is < MinMisspelt or > MaxLength || word.ContainsAnyExceptInRange((byte)'a', (byte)'z'))
            return;
        Span<ulong> sums = stackalloc ulong[word.Length + 1];
        Sum(word, sums);
        AddNear(word, sums[^1], candidates, from);
        for (var left = 0; left < word.Length; left++)
            AddNear(word, Without(sums, left), candidates, from);
        if (word.Length >= RightOfTwice && _long.TryGetValue(FirstLetters(word), out var longs))
            AddFar(word, longs, candidates, from);
        if (candidates.Count == from)
            return;
        if (IsKnown(word, sums[^1]) || CommonSpellings.Contains(word))
            candidates.RemoveRange(from, candidates.Count - from);
        else
            CollectionsMarshal.AsSpan(candidates)[from..].Sort();
    }

    private bool IsKnown(ReadOnlySpan<byte> word, ulong hash)
    {
        foreach (var near in Near(hash))
        {
            if (Ascii.Equals(word, _words[near]))
                return true;
        }

        return false;
    }

    private void AddNear(ReadOnlySpan<byte> word, ulong hash, List<SpellingCandidate> candidates, int from)
    {
        foreach (var near in Near(hash))
        {
            if (IsIn(candidates, from, near) || SpellingDistance.Of(word, _words[near], 1) != 1)
                continue;
            var letters = _words[near].Length;
            var forRules = letters >= MinLength;
            var forGuards = letters >= MinGuardLength && (_uses[near] & SpellingUse.Guard) != 0;
            if (forRules || forGuards)
                candidates.Add(new SpellingCandidate(near, 1, forRules, forGuards));
        }
    }

    private void AddFar(ReadOnlySpan<byte> word, int[] longs, List<SpellingCandidate> candidates, int from)
    {
        foreach (var far in longs)
        {
            if (!IsIn(candidates, from, far) && SpellingDistance.Of(word, _words[far], 2) == 2)
                candidates.Add(new SpellingCandidate(far, 2, ForRules: false, ForGuards: true));
        }
    }

    private static bool IsIn(List<SpellingCandidate> candidates, int from, int word)
    {
        for (var at = from; at < candidates.Count; at++)
        {
            if (candidates[at].Word == word)
                return true;
        }

        return false;
    }

    private ReadOnlySpan<int> Near(ulong hash)
    {
        for (var slot = (int)((hash * Mixer) >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref readonly var entry = ref _slots[slot];
            if (entry.Count == 0)
                return [];
            if (entry.Hash == hash)
                return _entries.AsSpan(entry.Start, entry.Count);
        }
    }

    private void Insert(Slot entry)
    {
        var slot = (int)((entry.Hash * Mixer) >> _shift);
        while (_slots[slot].Count > 0)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = entry;
    }

    private void AddVariants(int number, List<(ulong Hash, int Word)> variants)
    {
        var word = Encoding.ASCII.GetBytes(_words[number]);
        var sums = new ulong[word.Length + 1];
        Sum(word, sums);
        variants.Add((sums[^1], number));
        if (word.Length < (IsOfGuard(number) ? MinGuardLength : MinLength))
            return;
        foreach (var hash in Enumerable.Range(0, word.Length).Select(left => Without(sums, left)).Distinct())
            variants.Add((hash, number));
    }

    private void AddHalves(int number, HashSet<ulong> halves)
    {
        var word = Encoding.ASCII.GetBytes(_words[number]);
        if (word.Length < (IsOfGuard(number) ? MinGuardLength : MinLength))
            return;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            var (first, last) = (First(length), Last(length));
            if (first <= word.Length)
                halves.Add(HashOfHalf(Letters(word.AsSpan(0, first)), length, 0));
            if (last <= word.Length)
                halves.Add(HashOfHalf(Letters(word.AsSpan(word.Length - last)), length, 1));
        }

        for (var length = word.Length - 2; IsLong(number) && length <= word.Length + 2; length++)
            halves.Add(HashOfHalf(Letters(word.AsSpan(0, RightOfTwice)), length, 2));
    }

    private bool IsOfGuard(int word) => (_uses[word] & SpellingUse.Guard) != 0;

    private bool IsLong(int word) => IsOfGuard(word) && _words[word].Length >= MinTwiceLength;

    private static bool IsCorrectable(string word) => word.Length is >= MinMisspelt and <= MaxLength && word.All(char.IsAsciiLetterLower);

    // Of a word as it is typed: with the letter between them they make up the whole, so that an error leaves one of them as it is.
    private static int First(int length) => Math.Min(length / 2, HalfLength);

    private static int Last(int length) => Math.Min((length - 1) / 2, HalfLength);

    private static ulong Mask(int letters) => letters >= HalfLength ? ulong.MaxValue : (1UL << (letters * 8)) - 1;

    private static ulong Letters(ReadOnlySpan<byte> word)
    {
        var letters = 0UL;
        for (var at = word.Length - 1; at >= 0; at--)
            letters = (letters << 8) | word[at];
        return letters;
    }

    private static uint FirstLetters(ReadOnlySpan<byte> word) => (uint)Letters(word[..RightOfTwice]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOfHalf(ulong letters, int length, int side) => (letters ^ ((ulong)((length * 4) + side) << 56)) * Mixer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HasHalf(ulong hash)
    {
        var bit = hash >> _halfShift;
        return (_halves[bit >> 6] >> (int)(bit & 63)) & 1;
    }

    // The sum of the letters up to each place, each times a power of the base: so a letter can be taken out of the sum.
    private static void Sum(ReadOnlySpan<byte> word, Span<ulong> sums)
    {
        sums[0] = 0;
        for (var at = 0; at < word.Length; at++)
            sums[at + 1] = sums[at] + (word[at] * Powers[at]);
    }

    private static ulong Without(ReadOnlySpan<ulong> sums, int letter) =>
        sums[letter] + ((sums[^1] - sums[letter + 1]) * InverseOfBase);

    private static ulong[] PowersOf(ulong number)
    {
        var powers = new ulong[MaxLength + 1];
        powers[0] = 1;
        for (var at = 1; at < powers.Length; at++)
            powers[at] = powers[at - 1] * number;
        return powers;
    }

    // Newton's method: each step doubles the bits that are right.
    private static ulong InverseOf(ulong odd)
    {
        var inverse = odd;
        for (var step = 0; step < 6; step++)
            inverse *= 2 - (odd * inverse);
        return inverse;
    }

    private readonly record struct Slot(ulong Hash, int Start, int Count);
}

/// <summary>A word of a rule that a misspelt word may be.</summary>
/// <param name="Word">Its number in the table.</param>
/// <param name="Edits">How many errors lie between them.</param>
/// <param name="ForRules">Whether it counts for rules, were it only that it stands in the way of another.</param>
/// <param name="ForGuards">Whether a guard has it.</param>
internal readonly record struct SpellingCandidate(int Word, int Edits, bool ForRules, bool ForGuards) : IComparable<SpellingCandidate>
{
    public int CompareTo(SpellingCandidate other) =>
        Edits != other.Edits ? Edits.CompareTo(other.Edits) : Word.CompareTo(other.Word);
}
