using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AutoResolve.Regexes;

/// <summary>The character sets of all patterns of a rulebook: few are different, and each costs some kilobytes.</summary>
internal sealed class CharacterSets
{
    private readonly ConcurrentDictionary<(string Element, RegexOptions Options), CharacterSet> _sets = [];
    private readonly ConcurrentDictionary<UInt128, SearchValues<char>> _ascii = [];

    /// <summary>What a word is to <c>\b</c>: with the invisible joiners, which <c>\w</c> has not.</summary>
    public CharacterSet WordCharacters => Of(@"[\w\u200C\u200D]", RegexOptions.None);

    /// <inheritdoc cref="CharacterSet(string, RegexOptions)"/>
    public CharacterSet Of(string element, RegexOptions options) =>
        _sets.GetOrAdd((element, options), static key => new CharacterSet(key.Element, key.Options | RegexOptions.CultureInvariant));

    /// <summary>ASCII characters, to search for all others.</summary>
    /// <param name="characters">A bit for each.</param>
    public SearchValues<char> Ascii(UInt128 characters) =>
        _ascii.GetOrAdd(characters, static bits =>
            SearchValues.Create([
                .. Enumerable.Range(0, 128).Where(character => (bits >> character & 1) != 0).Select(character => (char)character),
            ])
        );
}
