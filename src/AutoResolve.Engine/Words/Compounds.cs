using System.Text;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Inflection.German;

namespace AutoResolve.Words;

/// <summary>Finds words of rules in German compounds, as the last part or the first: "Konto" in "Girokonto" and "Kontonummer".</summary>
/// <remarks>
/// All other parts must be known: a common German word, one of <c>de-compound-parts.txt</c> or another such word of a rule, with what
/// links them (s, es, n, en, er, e). Immutable, safe for any number of threads. Each piece of a word is looked up once, from right to left,
/// so that a word costs its length times that of the longest part, whatever it is made of.
/// </remarks>
internal sealed class Compounds
{
    /// <summary>The fewest letters of a compound.</summary>
    public const int MinLength = MinSought + MinPart;

    private const int MinSought = 4;
    private const int MinPart = 3;
    private const int MinWithoutE = 4;
    private const int MaxLength = 48;

    private static readonly Lazy<(WordTable Words, int Longest)> German = new(ReadParts);
    private static readonly byte[][] Links = [.. Endings.Of("s es n en er e").Select(Encoding.ASCII.GetBytes)];

    private readonly WordTable _sought = new();
    private readonly int _longest;

    /// <param name="words">The words of rules; those that are too short, or have anything but letters, are found in none.</param>
    public Compounds(IEnumerable<string> words)
    {
        Words = [.. words.Where(word => word.Length >= MinSought && word.All(char.IsAsciiLetterLower)).Order(StringComparer.Ordinal)];
        _longest = Math.Min(MaxLength, Words.Select(word => word.Length).Append(German.Value.Longest).Max());
    }

    /// <summary>The words that are looked for.</summary>
    public IReadOnlyList<string> Words
    {
        get;
        private init
        {
            field = value;
            foreach (var word in value)
                _sought.Add(word);
        }
    }

    /// <summary>Adds the words that are parts of a word.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="found">Takes their numbers; none twice.</param>
    /// <returns>How many times a piece of it was looked up: at most its length times that of the longest part.</returns>
    public int Find(ReadOnlySpan<byte> word, List<int> found)
    {
        if (word.Length is < MinLength or > MaxLength || word.ContainsAnyExceptInRange((byte)'a', (byte)'z'))
            return 0;
        var (heads, tails) = (0UL, 0UL);
        for (var at = 1; at < word.Length; at++)
        {
            if (at >= MinSought && word.Length - at >= MinPart && _sought.Find(word[..at]) > 0)
                heads |= 1UL << at;
            if (at >= MinPart && word.Length - at >= MinSought && _sought.Find(word[at..]) > 0)
                tails |= 1UL << at;
        }

        if ((heads | tails) == 0)
            return word.Length;
        var parts = new PartsOf(word, this);
        for (var at = MinPart; at < word.Length; at++)
        {
            if ((tails >> at & parts.Begins >> at & 1) != 0)
                Add(_sought.Find(word[at..]) - 1, found);
        }

        for (var at = MinPart; at < word.Length; at++)
        {
            if ((heads >> at & parts.EndsBefore >> at & 1) != 0)
                Add(_sought.Find(word[..at]) - 1, found);
        }

        return word.Length + parts.LookUps;
    }

    private static void Add(int word, List<int> found)
    {
        if (!found.Contains(word))
            found.Add(word);
    }

    private bool IsWhole(ReadOnlySpan<byte> part) => German.Value.Words.Find(part) > 0 || _sought.Find(part) > 0;

    // "Schul", of Schule.
    private bool IsPart(ReadOnlySpan<byte> part)
    {
        if (IsWhole(part))
            return true;
        if (part.Length is < MinWithoutE or >= MaxLength)
            return false;
        Span<byte> withE = stackalloc byte[MaxLength];
        part.CopyTo(withE);
        withE[part.Length] = (byte)'e';
        return German.Value.Words.Find(withE[..(part.Length + 1)]) > 0;
    }

    // What stands before verbs makes another word: "Vorstand" is no "Stand".
    private static (WordTable Words, int Longest) ReadParts()
    {
        var parts = new WordTable();
        var words = CommonSpellings
            .WordsOf("de")
            .Where(word => !GermanWords.Fixed.Contains(word) && !GermanWords.SeparablePrefixes.Contains(word))
            .Concat(Endings.Of(InflectionTable.Read("de-compound-parts")))
            .Where(word => word.Length >= MinPart)
            .ToList();
        foreach (var word in words)
            parts.Add(word);
        return (parts, words.Max(word => word.Length));
    }

    /// <summary>Where a word can be cut into known parts, a bit for each place.</summary>
    private readonly ref struct PartsOf
    {
        public PartsOf(ReadOnlySpan<byte> word, Compounds known)
        {
            Span<ulong> ends = stackalloc ulong[MaxLength + 1];
            var made = 0UL;
            for (var at = word.Length - MinPart; at >= 0; at--)
            {
                ends[at] = EndsFrom(word, at, known, out var lookUps);
                LookUps += lookUps + 1;
                if ((word.Length - at <= known._longest && known.IsWhole(word[at..])) || (ends[at] & made) != 0)
                    made |= 1UL << at;
            }

            Begins = 1;
            for (var at = 0; at < word.Length; at++)
                Begins |= (Begins >> at & 1) != 0 ? ends[at] : 0;
            for (var at = MinPart; at < word.Length; at++)
            {
                if ((WithLinks(word, at) & made) != 0)
                    EndsBefore |= 1UL << at;
            }
        }

        /// <summary>Where a part may begin behind others.</summary>
        public ulong Begins { get; }

        /// <summary>Where a part may end that others stand behind, to the end of the word.</summary>
        public ulong EndsBefore { get; }

        public int LookUps { get; }

        // Where another part may begin behind one that begins here.
        private static ulong EndsFrom(ReadOnlySpan<byte> word, int at, Compounds known, out int lookUps)
        {
            var ends = 0UL;
            lookUps = 0;
            for (var end = at + MinPart; end < word.Length && end - at <= known._longest; end++)
            {
                lookUps++;
                if (known.IsPart(word[at..end]))
                    ends |= WithLinks(word, end);
            }

            return ends;
        }

        private static ulong WithLinks(ReadOnlySpan<byte> word, int end)
        {
            var places = 1UL << end;
            foreach (var link in Links)
            {
                if (end + link.Length < word.Length && word[end..].StartsWith(link))
                    places |= 1UL << (end + link.Length);
            }

            return places;
        }
    }
}
