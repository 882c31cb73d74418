using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve;

/// <summary>What classifiers in rules know of a text, for whoever trains one.</summary>
/// <remarks>
/// <code>
/// var features = TextFeatures.Of("Big files fail"); // big, files, fail, big files, files fail
/// </code>
/// </remarks>
public static class TextFeatures
{
    /// <summary>The features of a text: its words as rules read them, in small letters without accents, each cut to its first
    /// eight characters; and each two words side by side, with a blank between them. Each is there once, in the text's order.</summary>
    /// <param name="text">The text; of a longer one the first 100,000 UTF-16 units are read.</param>
    /// <returns>The features; none where the text has no letter or digit.</returns>
    public static IReadOnlyCollection<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> features = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        string? before = null;
        foreach (var word in Tokenizer.Read(TextLimit.Cut(text, Rulebook.DefaultTextLength)))
        {
            var cut = Feature.Cut(word.Folded).ToString();
            if (known.Add(cut))
                features.Add(cut);
            if (before is not null && known.Add($"{before} {cut}"))
                features.Add($"{before} {cut}");
            before = cut;
        }

        return features;
    }
}
