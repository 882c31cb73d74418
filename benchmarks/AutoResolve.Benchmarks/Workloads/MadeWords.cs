using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>
/// Words of which none is part of another or a form of another, so that searching for strings finds what searching for words finds.
/// </summary>
internal static class MadeWords
{
    private const int Shortest = 5;

    /// <param name="size">How many.</param>
    /// <param name="random">What they come from.</param>
    /// <param name="makeOne">Makes a word, which is left out where it is part of another.</param>
    /// <returns>The frequent ones first, which are short.</returns>
    public static string[] Make(int size, Random random, Func<Random, string> makeOne)
    {
        var words = new List<string>(size);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var parts = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < size)
        {
            var word = makeOne(random);
            var ofWord = EnglishInflection.Forms(word);
            if (
                word.Length < Shortest
                || parts.Contains(word)
                || PartsOf(word).Any(forms.Contains)
                || ofWord.Any(form => forms.Contains(form) || !form.StartsWith(word, StringComparison.Ordinal))
            )
                continue;
            words.Add(word);
            forms.UnionWith(ofWord);
            parts.UnionWith(ofWord.SelectMany(PartsOf));
        }

        return [.. words.OrderBy(word => word.Length + (3 * random.NextDouble()))];
    }

    private static IEnumerable<string> PartsOf(string word)
    {
        for (var start = 0; start <= word.Length - Shortest; start++)
        {
            for (var length = Shortest; length <= word.Length - start; length++)
                yield return word.Substring(start, length);
        }
    }
}
