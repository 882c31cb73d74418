using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Linting;

/// <summary>
/// How many years of school an English text asks for: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, Derivation of New
/// Readability Formulas for Navy Enlisted
/// Personnel, 1975). Syllables are counted as groups of vowels without a silent e at the end, which is right to within a few in a hundred.
/// </summary>
internal static partial class ReadingLevel
{
    /// <returns>The grade, and on how many words it rests. Fewer than some thirty say little.</returns>
    public static (double Grade, int Words) Of(string text)
    {
        var words = 0;
        var syllables = 0;
        var sentences = 0;
        var plain = Tag().Replace(Print().Replace(text, "this"), " ");
        foreach (var sentence in SentenceEnd().Split(plain))
        {
            var before = words;
            foreach (var word in Word().EnumerateMatches(sentence))
            {
                words++;
                syllables += Syllables(sentence.AsSpan(word.Index, word.Length));
            }

            if (words > before)
                sentences++;
        }

        return words == 0 ? (0, 0) : ((0.39 * words / sentences) + (11.8 * syllables / words) - 15.59, words);
    }

    /// <summary>No fewer words than the text has: each begins with a letter behind something else, or is printed.</summary>
    public static int MostWords(ReadOnlySpan<char> text)
    {
        var most = text.Count("{{");
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetter(text[at]) && (at == 0 || !char.IsLetter(text[at - 1])))
                most++;
        }

        return most;
    }

    private static int Syllables(ReadOnlySpan<char> word)
    {
        var count = 0;
        var inVowels = false;
        foreach (var letter in word)
        {
            var vowel = "aeiouyAEIOUY".Contains(letter, StringComparison.Ordinal);
            if (vowel && !inVowels)
                count++;
            inVowels = vowel;
        }

        if (count > 1 && word[^1] is 'e' && !word.EndsWith("le", StringComparison.Ordinal))
            count--;
        return Math.Max(count, 1);
    }

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Print();

    [GeneratedRegex(@"\{%[^%]*%\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[.!?:;]+(?:\s+|$)|\n", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}'’]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
