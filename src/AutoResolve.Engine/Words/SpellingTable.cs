using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Finds the words of rules that a misspelt word may be. Immutable, safe for any number of threads.</summary>
/// <remarks>
/// <para>
/// Two words one error apart become the same when a letter of one, of the other, or of both is left out; so all that is left when a letter
/// of a rule's word is left out is hashed, and the same is looked up of the word in the text (Mor and Fraenkel, "A hash code method for
/// detecting and correcting spelling errors", 1982). What is found is verified letter by letter.
/// </para>
/// <para>
/// Nearly all words are turned away before: one error leaves the first half of a word as it is, or the last; so two bits tell that no
/// word of a rule begins or ends like it, and then a bit for each letter that may be left out (Bloom, "Space/time trade-offs in hash coding
/// with allowable errors", 1970).
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
    private const int BitsEach = 16;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    // What a letter at each place adds to the hash of a word, times the letter.
    private static readonly ulong[] Weights = MakeWeights();

    [ThreadStatic]
    private static List<int>? _parts;

    private readonly string[] _words;
    private readonly SpellingUse[] _uses;
    private readonly Compounds? _compounds;

    // Of each word a bit for each letter of the alphabet that it has: an error changes two of them at most.
    private readonly uint[] _letters;

    // By some bits of the hash of what is left: where its words begin among the entries, with a few of other hashes among them.
    private readonly int[] _starts;
    private readonly int[] _entries;
    private readonly int _shift;

    // Two bits for the hash of each, in one number.
    private readonly ulong[] _variants;
    private readonly int _variantShift;

    // By the first letters: the long words of guards that begin so.
    private readonly Dictionary<uint, int[]> _long;
    private readonly bool _hasLong;

    // A bit for the hash of each half.
    private readonly ulong[] _halves;
    private readonly int _halfShift;

    /// <param name="words">The words of rules, and which errors they bear.</param>
    /// <param name="inCompounds">Those that are found in compounds, too; null where none is.</param>
    public SpellingTable(IEnumerable<KeyValuePair<string, SpellingUse>> words, IEnumerable<string>? inCompounds = null)
    {
        _compounds = inCompounds is null ? null : new Compounds(inCompounds);
        var known = words.Where(word => IsCorrectable(word.Key)).OrderBy(word => word.Key, StringComparer.Ordinal).ToArray();
        _words = [.. known.Select(word => word.Key)];
        _uses = [.. known.Select(word => word.Value)];
        _letters = Array.ConvertAll(_words, word => LettersOf(Encoding.ASCII.GetBytes(word)));
        HasTolerant = Enumerable.Range(0, _words.Length).Any(BearsErrors);
        List<(ulong Hash, int Word)> variants = [];
        HashSet<ulong> halves = [];
        for (var word = 0; word < _words.Length; word++)
        {
            AddVariants(word, variants);
            AddHalves(word, halves);
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, variants.Count / 2));
        _shift = 64 - BitOperations.Log2((uint)size);
        (_starts, _entries) = Gather(variants, size);
        var numbers = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, variants.Count / (64 / BitsEach)));
        (_variants, _variantShift) = (new ulong[numbers], 64 - BitOperations.Log2((uint)numbers));
        foreach (var (hash, _) in variants)
            _variants[hash >> _variantShift] |= BitsOf(hash, _variantShift);
        var bits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(512, halves.Count * BitsEach));
        (_halves, _halfShift) = (new ulong[bits / 64], 64 - BitOperations.Log2((uint)bits));
        foreach (var half in halves)
            _halves[(half >> _halfShift) >> 6] |= 1UL << (int)((half >> _halfShift) & 63);
        _long = Enumerable
            .Range(0, _words.Length)
            .Where(IsLong)
            .GroupBy(word => FirstLetters(Encoding.ASCII.GetBytes(_words[word])))
            .ToDictionary(group => group.Key, group => group.ToArray());
        _hasLong = _long.Count > 0;
        MinTyped = Math.Min(HasTolerant ? MinTypedOf(_uses) : int.MaxValue, _compounds is null ? int.MaxValue : Compounds.MinLength);
    }

    /// <summary>A word of a rule, by the number that a candidate has.</summary>
    public string this[int word] => word < _words.Length ? _words[word] : _compounds!.Words[word - _words.Length];

    /// <summary>Whether a word, by the number that a candidate has, is recognised with an error.</summary>
    public bool BearsErrors(int word) => (_uses[word] & (SpellingUse.Rule | SpellingUse.Guard)) != 0;

    /// <summary>Whether any word is recognised with an error.</summary>
    public bool HasTolerant { get; }

    /// <summary>The fewest letters of a word that is read as another; more than any word has where none is.</summary>
    public int MinTyped { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length + (_compounds?.Words.Count ?? 0);

    /// <summary>Whether a word that rules do not have may be a misspelt one, or a compound.</summary>
    /// <param name="key">The word, where the key is the word.</param>
    /// <param name="length">Its length.</param>
    public bool MayFind(in WordKey key, int length)
    {
        if (_compounds is not null && length >= Compounds.MinLength)
            return true;
        var first = length / 2;
        var skipped = (first + 1) * 8;
        var head = key.First & (ulong.MaxValue >> (64 - (first * 8)));
        var tail = skipped < 64 ? (key.First >> skipped) | (key.Second << (64 - skipped)) : key.Second >> (skipped - 64);
        var hasHead = HasHalf(HashOfHalf(head, length, 0));
        var hasTail = HasHalf(HashOfHalf(tail, length, 1));
        if ((hasHead | hasTail) != 0)
        {
            // The error is in the half that is not as it should be, or between the two.
            var (from, to) = (hasTail == 0 ? first : 0, hasHead == 0 ? first : length - 1);
            if (HasVariant(in key, from, to))
                return true;
        }

        return _hasLong && HasHalf(HashOfHalf(key.First & 0xFFFFFF, length, 2)) != 0;
    }

    // The word, and what is left without one letter: from letter to letter that differs in one place.
    private bool HasVariant(in WordKey key, int from, int to)
    {
        var word = MemoryMarshal.AsBytes(new ReadOnlySpan<WordKey>(in key));
        var kept = from == 0 ? 0 : ulong.MaxValue >> (64 - (from * 8));
        var low = (key.First & kept) | (((key.First >> 8) | (key.Second << 56)) & ~kept);
        var hash = (low * Weights[0]) + ((key.Second >> 8) * Weights[HalfLength]);
        var found = HasVariant((key.First * Weights[0]) + (key.Second * Weights[HalfLength])) | HasVariant(hash);
        for (var letter = from; letter < to; letter++)
        {
            hash += (ulong)(word[letter] - word[letter + 1]) * Weights[letter];
            found |= HasVariant(hash);
        }

        return found != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HasVariant(ulong hash)
    {
        var bits = BitsOf(hash, _variantShift);
        return (_variants[hash >> _variantShift] & bits) == bits ? 1UL : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsOf(ulong hash, int shift) => (1UL << (int)(hash >> (shift - 6))) | (1UL << (int)(hash >> (shift - 12)));

    /// <summary>Adds what the word may be: nothing where it is known, or no word of a rule is near; then the words of which it is a
    /// compound.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="candidates">Takes the candidates, the nearest first, then by word.</param>
    public void Find(ReadOnlySpan<byte> word, List<SpellingCandidate> candidates)
    {
        FindErrors(word, candidates);
        if (_compounds is null)
            return;
        var parts = _parts ??= [];
        parts.Clear();
        _compounds.Find(word, parts);
        foreach (var part in parts)
            candidates.Add(new SpellingCandidate(_words.Length + part, 0, ForRules: false, ForGuards: false) { IsCompound = true });
    }

    private void FindErrors(ReadOnlySpan<byte> word, List<SpellingCandidate> candidates)
    {
        if (!IsCorrectable(word))
            return;
        var from = candidates.Count;
        FindNear(word, candidates);
        if (_hasLong && _long.TryGetValue(FirstLetters(word), out var longs))
            AddFar(word, LettersOf(word), longs, candidates, from);
        if (candidates.Count == from)
            return;
        if (IsKnown(word) || CommonSpellings.Contains(word))
            candidates.RemoveRange(from, candidates.Count - from);
        else
            CollectionsMarshal.AsSpan(candidates)[from..].Sort();
    }

    /// <summary>Adds the words one error away, whether the word is known or not.</summary>
    public void FindNear(ReadOnlySpan<byte> word, List<SpellingCandidate> candidates)
    {
        if (!IsCorrectable(word))
            return;
        var from = candidates.Count;
        var whole = HashOf(word);
        var letters = LettersOf(word);
        AddNear(word, letters, whole, candidates, from);
        var hash = HashOf(word[1..]);
        AddNear(word, letters, hash, candidates, from);
        for (var letter = 0; letter + 1 < word.Length; letter++)
        {
            hash += (ulong)(word[letter] - word[letter + 1]) * Weights[letter];
            AddNear(word, letters, hash, candidates, from);
        }
    }

    private bool IsKnown(ReadOnlySpan<byte> word)
    {
        foreach (var near in Near(HashOf(word)))
        {
            if (Ascii.Equals(word, _words[near]))
                return true;
        }

        return false;
    }

    private void AddNear(ReadOnlySpan<byte> word, uint letters, ulong hash, List<SpellingCandidate> candidates, int from)
    {
        if (HasVariant(hash) == 0)
            return;
        foreach (var near in Near(hash))
        {
            if (IsIn(candidates, from, near) || !MayBeNear(letters, near, 1) || SpellingDistance.Of(word, _words[near], 1) != 1)
                continue;
            var length = _words[near].Length;
            var forRules = length >= MinLength && (_uses[near] & (SpellingUse.Rule | SpellingUse.Exact)) != 0;
            var forGuards = length >= MinGuardLength && (_uses[near] & SpellingUse.Guard) != 0;
            if (forRules || forGuards)
                candidates.Add(new SpellingCandidate(near, 1, forRules, forGuards));
        }
    }

    private void AddFar(ReadOnlySpan<byte> word, uint letters, int[] longs, List<SpellingCandidate> candidates, int from)
    {
        foreach (var far in longs)
        {
            if (!IsIn(candidates, from, far) && MayBeNear(letters, far, 2) && SpellingDistance.Of(word, _words[far], 2) == 2)
                candidates.Add(new SpellingCandidate(far, 2, ForRules: false, ForGuards: true));
        }
    }

    private bool MayBeNear(uint letters, int word, int edits) => BitOperations.PopCount(letters ^ _letters[word]) <= 2 * edits;

    private static uint LettersOf(ReadOnlySpan<byte> word)
    {
        var letters = 0U;
        foreach (var letter in word)
            letters |= 1U << (letter - 'a');
        return letters;
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
        var bucket = BucketOf(hash);
        return _entries.AsSpan(_starts[bucket].._starts[bucket + 1]);
    }

    private int BucketOf(ulong hash) => (int)((hash * Mixer) >> _shift);

    private (int[] Starts, int[] Entries) Gather(List<(ulong Hash, int Word)> variants, int size)
    {
        var starts = new int[size + 1];
        foreach (var (hash, _) in variants)
            starts[BucketOf(hash)]++;
        for (var bucket = 1; bucket < starts.Length; bucket++)
            starts[bucket] += starts[bucket - 1];
        var entries = new int[variants.Count];
        foreach (var (hash, word) in variants)
            entries[--starts[BucketOf(hash)]] = word;
        return (starts, entries);
    }

    private void AddVariants(int number, List<(ulong Hash, int Word)> variants)
    {
        var word = Encoding.ASCII.GetBytes(_words[number]);
        variants.Add((HashOf(word), number));
        if (word.Length < (IsOfGuard(number) ? MinGuardLength : MinLength))
            return;
        var hash = HashOf(word.AsSpan(1));
        variants.Add((hash, number));
        for (var letter = 0; letter + 1 < word.Length; letter++)
        {
            if (word[letter] == word[letter + 1])
                continue;
            hash += (ulong)(word[letter] - word[letter + 1]) * Weights[letter];
            variants.Add((hash, number));
        }
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

    private static int MinTypedOf(SpellingUse[] uses) =>
        (Array.Exists(uses, use => (use & SpellingUse.Guard) != 0) ? MinGuardLength : MinLength) - 1;

    private bool IsOfGuard(int word) => (_uses[word] & SpellingUse.Guard) != 0;

    private bool IsLong(int word) => IsOfGuard(word) && _words[word].Length >= MinTwiceLength;

    private static bool IsCorrectable(ReadOnlySpan<byte> word) =>
        word.Length is >= MinMisspelt and <= MaxLength && !word.ContainsAnyExceptInRange((byte)'a', (byte)'z');

    private static bool IsCorrectable(string word) => word.Length is >= MinMisspelt and <= MaxLength && word.All(char.IsAsciiLetterLower);

    // Of a word as it is typed: with the letter between them they make up the whole, so that an error leaves one of them as it is.
    private static int First(int length) => Math.Min(length / 2, HalfLength);

    private static int Last(int length) => Math.Min((length - 1) / 2, HalfLength);

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

    private static ulong HashOf(ReadOnlySpan<byte> word)
    {
        var hash = 0UL;
        for (var at = 0; at < word.Length; at++)
            hash += word[at] * Weights[at];
        return hash;
    }

    // Eight letters at a time as one number, as a key has them.
    private static ulong[] MakeWeights()
    {
        var weights = new ulong[MaxLength];
        var multiplier = Mixer;
        for (var at = 0; at < weights.Length; at++)
        {
            if (at % HalfLength == 0)
                multiplier = (multiplier * Mixer) + Mixer | 1;
            weights[at] = multiplier << (at % HalfLength * 8);
        }

        return weights;
    }
}

/// <summary>A word of a rule that a misspelt word may be.</summary>
/// <param name="Word">Its number in the table.</param>
/// <param name="Edits">How many errors lie between them.</param>
/// <param name="ForRules">Whether it counts for rules, were it only that it stands in the way of another.</param>
/// <param name="ForGuards">Whether a guard has it.</param>
internal readonly record struct SpellingCandidate(int Word, int Edits, bool ForRules, bool ForGuards) : IComparable<SpellingCandidate>
{
    /// <summary>Whether it is part of a compound, and nothing is misspelt.</summary>
    public bool IsCompound { get; init; }

    public int CompareTo(SpellingCandidate other) => Edits != other.Edits ? Edits.CompareTo(other.Edits) : Word.CompareTo(other.Word);
}
