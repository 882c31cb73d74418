using System.Text;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Inflection.German;

namespace AutoResolve.Words;

/// <summary>Finds words of rules in German compounds, as the last part or the first: "Konto" in "Girokonto" and "Kontonummer".</summary>
/// <remarks>
/// All other parts must be known: a common German word, one of <c>de-compound-parts.txt</c> or another such word of a rule, with what links
/// them (s, es, n, en, er, e). Immutable, safe for any number of threads; linear but for the length of a word, which is limited.
/// </remarks>
internal sealed class Compounds
{
    /// <summary>The fewest letters of a compound.</summary>
    public const int MinLength = MinSought + MinPart;

    private const int MinSought = 4;
    private const int MinPart = 3;
    private const int MinWithoutE = 4;
    private const int MaxLength = 48;

    private static readonly Lazy<WordTable> German = new(ReadParts);
    private static readonly byte[][] Links = [.. Endings.Of("s es n en er e").Select(Encoding.ASCII.GetBytes)];

    private readonly WordTable _sought = new();

    /// <param name="words">The words of rules; those that are too short, or have anything but letters, are found in none.</param>
    public Compounds(IEnumerable<string> words) =>
        Words = [.. words.Where(word => word.Length >= MinSought && word.All(char.IsAsciiLetterLower)).Order(StringComparer.Ordinal)];

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
    public void Find(ReadOnlySpan<byte> word, List<int> found)
    {
        if (word.Length is < MinLength or > MaxLength || word.ContainsAnyExceptInRange((byte)'a', (byte)'z'))
            return;
        Span<bool> begins = stackalloc bool[MaxLength + 1];
        var isRead = false;
        for (var at = MinPart; at <= word.Length - MinSought; at++)
        {
            if (_sought.Find(word[at..]) is not (> 0 and var last))
                continue;
            if (!isRead)
                FindBeginnings(word, begins);
            isRead = true;
            if (begins[at])
                Add(last - 1, found);
        }

        for (var at = MinSought; at <= word.Length - MinPart; at++)
        {
            if (_sought.Find(word[..at]) is > 0 and var first && GoesOn(word[at..]))
                Add(first - 1, found);
        }
    }

    private static void Add(int word, List<int> found)
    {
        if (!found.Contains(word))
            found.Add(word);
    }

    // Where a part may begin.
    private void FindBeginnings(ReadOnlySpan<byte> word, Span<bool> begins)
    {
        begins.Clear();
        begins[0] = true;
        for (var at = 0; at + MinPart < word.Length; at++)
        {
            for (var end = at + MinPart; begins[at] && end < word.Length; end++)
            {
                if (!IsPart(word[at..end]))
                    continue;
                begins[end] = true;
                foreach (var link in Links)
                    begins[end + link.Length] |= end + link.Length < word.Length && word[end..].StartsWith(link);
            }
        }
    }

    // Whether the rest is made of parts to its end.
    private bool GoesOn(ReadOnlySpan<byte> rest)
    {
        if (IsMadeOfParts(rest))
            return true;
        foreach (var link in Links)
        {
            if (rest.StartsWith(link) && IsMadeOfParts(rest[link.Length..]))
                return true;
        }

        return false;
    }

    private bool IsMadeOfParts(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < MinPart)
            return false;
        if (IsWhole(rest))
            return true;
        Span<bool> begins = stackalloc bool[MaxLength + 1];
        FindBeginnings(rest, begins);
        for (var at = MinPart; at <= rest.Length - MinPart; at++)
        {
            if (begins[at] && IsWhole(rest[at..]))
                return true;
        }

        return false;
    }

    private bool IsWhole(ReadOnlySpan<byte> part) => German.Value.Find(part) > 0 || _sought.Find(part) > 0;

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
        return German.Value.Find(withE[..(part.Length + 1)]) > 0;
    }

    // What stands before verbs makes another word: "Vorstand" is no "Stand".
    private static WordTable ReadParts()
    {
        var parts = new WordTable();
        var words = CommonSpellings
            .WordsOf("de")
            .Where(word => !GermanWords.Fixed.Contains(word) && !GermanWords.SeparablePrefixes.Contains(word))
            .Concat(Endings.Of(InflectionTable.Read("de-compound-parts")));
        foreach (var word in words.Where(word => word.Length >= MinPart))
            parts.Add(word);
        return parts;
    }
}
