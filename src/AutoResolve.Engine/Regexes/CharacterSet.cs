using System.Text.RegularExpressions;

namespace AutoResolve.Regexes;

/// <summary>
/// The characters that one element of a pattern takes. The library's own engine says which they are, so the two never differ.
/// </summary>
internal sealed class CharacterSet
{
    private const int PageSize = 256;
    private const int WordSize = 64;

    private readonly Regex _regex;
    private readonly ulong[]?[] _pages = new ulong[]?[(char.MaxValue + 1) / PageSize];

    // The first page's first words, since nearly all characters are there.
    private readonly ulong _low;
    private readonly ulong _high;

    /// <param name="element">The element as it is written in the pattern: a character, an escape, a class.</param>
    /// <param name="options">The options in force there.</param>
    public CharacterSet(string element, RegexOptions options)
    {
        _regex = new Regex(element, options);
        (_low, _high) = (Page(0)[0], Page(0)[1]);
    }

    /// <summary>A bit for each ASCII character.</summary>
    public UInt128 Ascii => new(_high, _low);

    public bool Contains(char character)
    {
        if (character < 2 * WordSize)
            return ((character < WordSize ? _low : _high) >> (character % WordSize) & 1) != 0;
        var page = _pages[character / PageSize] ?? Page(character / PageSize);
        return (page[character % PageSize / WordSize] >> (character % WordSize) & 1) != 0;
    }

    // Asked a page at a time, when one of its characters is first met. Two threads may do so at once; the result is the same.
    private ulong[] Page(int number)
    {
        if (_pages[number] is { } known)
            return known;
        var page = new ulong[PageSize / WordSize];
        Span<char> characters = stackalloc char[PageSize];
        for (var at = 0; at < PageSize; at++)
            characters[at] = (char)((number * PageSize) + at);
        foreach (var match in _regex.EnumerateMatches(characters))
            page[match.Index / WordSize] |= 1UL << (match.Index % WordSize);

        return _pages[number] = page;
    }
}
