using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Words.Features;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads a line of the words of a classifier: <c>big file 54 3:31 2:-4</c>.</summary>
internal static class FeatureLine
{
    public const int MaxWeight = 10_000;
    private const int MaxStrength = 1_000;

    /// <param name="line">The line.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="word">What it says.</param>
    /// <param name="at">Where in the line it is wrong.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Read(ReadOnlySpan<char> line, int labels, out ClassifierWord word, out int at)
    {
        (word, at) = (default, 0);

        // No word has a colon, and all weights have one.
        var colon = line.IndexOf(':');
        var first = colon < 0 ? -1 : line[..colon].LastIndexOf(' ');
        var blank = first <= 0 ? -1 : line[..first].LastIndexOf(' ');
        if (blank <= 0)
            return $"{Quote(line)} is no line of words: write a word or two, a whole number for how strong they are, then for labels "
                + "their number, a colon and what the words say for them, all with one blank between: \"big file 54 3:31 2:-4\".";
        if (WordProblem(line[..blank], out at) is { } problem)
            return problem;
        at = blank + 1;
        if (!TryNumber(line[(blank + 1)..first], 1, MaxStrength, out var strength))
            return $"How strong a word is is a whole number from 1 to {Shown(MaxStrength)}, not {Quote(line[(blank + 1)..first])}.";
        var weights = new LabelWeight[line.Count(':')];
        var count = 0;
        for (var next = first; next < line.Length; count++)
        {
            at = next + 1;
            var rest = line[at..];
            var end = rest.IndexOf(' ') is var found and >= 0 ? found : rest.Length;
            if (count == weights.Length || !TryWeight(rest[..end], labels, out var weight))
                return $"A weight is the number of a label from 1 to {labels}, a colon and a whole number from -{Shown(MaxWeight)} to "
                    + $"{Shown(MaxWeight)} but 0, such as 2:31, not {Quote(rest[..end])}.";
            if (weights.AsSpan(0, count).ContainsLabel(weight.Label))
                return $"The label {weight.Label + 1} has a weight already in this line: keep one of the two.";
            weights[count] = weight;
            next = at + end;
        }

        at = 0;
        word = new ClassifierWord(line[..blank].ToString(), strength, weights);
        return null;
    }

    private static string? WordProblem(ReadOnlySpan<char> words, out int at)
    {
        at = 0;
        var blank = words.IndexOf(' ');
        var first = blank < 0 ? words : words[..blank];
        if (!Feature.IsOfWord(first))
            return NoWord(first);
        at = blank + 1;
        return blank < 0 || Feature.IsOfWord(words[at..]) ? null : NoWord(words[at..]);
    }

    private static string NoWord(ReadOnlySpan<char> found) =>
        $"Words of a classifier are one or two, each in small letters and digits without accents, cut to its first {Feature.MaxCharacters} "
        + $"characters, with one blank between, such as 'big file', not {Quote(found)}.";

    private static bool TryWeight(ReadOnlySpan<char> text, int labels, out LabelWeight weight)
    {
        weight = default;
        var colon = text.IndexOf(':');
        if (
            colon < 0
            || !TryNumber(text[..colon], 1, labels, out var label)
            || !TryNumber(text[(colon + 1)..], -MaxWeight, MaxWeight, out var value)
            || value == 0
        )
            return false;
        weight = new LabelWeight((byte)(label - 1), (short)value);
        return true;
    }

    // Written in one way only: no plus, no zeros before it; and none of the characters of code 0 that may stand behind a number.
    private static bool TryNumber(ReadOnlySpan<char> text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number >= least
        && number <= most
        && text.TrimStart('-')[0] is not ('+' or '0')
        && !text.Contains('\0');

    private static bool ContainsLabel(this Span<LabelWeight> weights, byte label)
    {
        foreach (var weight in weights)
        {
            if (weight.Label == label)
                return true;
        }

        return false;
    }

    private static string Shown(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Quote(ReadOnlySpan<char> text) => JsonQuote.Short(text.ToString());
}
