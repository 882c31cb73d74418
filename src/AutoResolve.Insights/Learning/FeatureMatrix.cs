using System.Runtime.InteropServices;
using AutoResolve.Words;

namespace AutoResolve.Insights.Learning;

/// <summary>Which features stand in which text.</summary>
internal sealed class FeatureMatrix
{
    private FeatureMatrix(string[] features, int[][] found) => (Features, Found) = (features, found);

    /// <summary>In the order of the alphabet.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>By text, the features that stand in it, ascending.</summary>
    public int[][] Found { get; }

    /// <param name="texts">The texts.</param>
    /// <param name="minTexts">Features that stand in fewer are left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static FeatureMatrix Read(IReadOnlyList<LabelledText> texts, int minTexts, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var rows = new int[texts.Count][];
        for (var at = 0; at < rows.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows[at] = [.. FeaturesOf(texts[at].Text).Select(NumberOf)];
            foreach (var feature in rows[at])
                counts[feature]++;
        }

        string[] features = [.. numbers.Where(entry => counts[entry.Value] >= minTexts).Select(entry => entry.Key)];
        Array.Sort(features, StringComparer.Ordinal);
        var places = new int[counts.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < features.Length; place++)
            places[numbers[features[place]]] = place;
        return new FeatureMatrix(
            features,
            Array.ConvertAll(rows, row => (int[])[.. row.Select(number => places[number]).Where(place => place >= 0).Order()])
        );

        int NumberOf(string feature)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature, out var isKnown);
            if (!isKnown)
            {
                number = counts.Count;
                counts.Add(0);
            }

            return number;
        }
    }

    // What is masked, such as [PII_EMAIL], is not what people wrote, and no pair goes across it.
    private static HashSet<string> FeaturesOf(string text)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var words = EnglishWords.Of(text);
        for (var (first, at) = (0, 1); at <= words.Count; at++)
        {
            if (at < words.Count && words[at].Position - words[at - 1].Position == 1)
                continue;
            features.UnionWith(TextFeatures.Of(text[words[first].Start..words[at - 1].End]));
            first = at;
        }

        return features;
    }
}
