using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection;

/// <summary>Endings and words as the tables of languages write them.</summary>
internal static class Endings
{
    /// <summary>Reads endings that stand between blanks; an underscore is no ending.</summary>
    public static string[] Of(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ending => ending == "_" ? "" : ending)];

    /// <summary>Reads a list of words.</summary>
    public static FrozenSet<string> Words(string text) => Of(text).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word ends so, with at least some letters before it.</summary>
    public static bool Has(string word, string ending, int minStem = 2) =>
        word.Length >= ending.Length + minStem && word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Whether a word ends in one of some ways, with at least some letters before it.</summary>
    public static bool HasAny(string word, IEnumerable<string> endings, int minStem = 2) =>
        endings.Any(ending => Has(word, ending, minStem));

    /// <summary>What stands before each of the endings that a word has, without the shortest stems; the longest endings first.</summary>
    public static IEnumerable<string> StemsOf(string word, IEnumerable<string> endings, int minStem) =>
        endings
            .Where(ending => Has(word, ending, minStem))
            .OrderByDescending(ending => ending.Length)
            .Select(ending => word[..^ending.Length])
            .Distinct(StringComparer.Ordinal);

    /// <summary>The stem before the longest ending; where that begins with the sound of the infinitive, which many stems end with
    /// (prepar-as), also the next.</summary>
    public static IEnumerable<string> LikelyStemsOf(string word, IEnumerable<string> endings, string infinitive)
    {
        var stems = StemsOf(word, endings, minStem: 3).Take(2).ToList();
        return stems.Count > 0 && word.AsSpan(stems[0].Length).StartsWith(infinitive) ? stems : stems.Take(1);
    }

    /// <summary>Whether a word is one of a list, or one of them with a prefix before it.</summary>
    public static bool IsIn(string word, FrozenSet<string> words, IEnumerable<string> prefixes) =>
        words.Contains(word)
        || prefixes.Any(prefix => word.StartsWith(prefix, StringComparison.Ordinal) && words.Contains(word[prefix.Length..]));
}
