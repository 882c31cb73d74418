using System.Globalization;

namespace AutoResolve.Tests.Operators;

/// <summary>What the format says of the score of a classifier, word for word.</summary>
internal static class ClassifierOracle
{
    /// <returns>How likely each label is; null where nothing of the text is known.</returns>
    /// <param name="biases">What each label counts, in hundredths.</param>
    /// <param name="lines">The words.</param>
    /// <param name="features">What the text has.</param>
    public static double[]? Shares(IReadOnlyList<int> biases, IEnumerable<string> lines, IEnumerable<string> features)
    {
        var has = features.ToHashSet();
        var known = lines.Select(Read).Where(word => has.Contains(word.Feature)).ToList();
        if (known.Count == 0)
            return null;
        var length = Math.Sqrt(known.Sum(word => (double)word.Strength * word.Strength));
        var odds = biases
            .Select(
                (bias, label) =>
                    Math.Exp((bias / 100.0) + known.Sum(word => word.Weights.GetValueOrDefault(label + 1) / 100.0 * word.Strength / length))
            )
            .ToList();
        return [.. odds.Select(one => one / odds.Sum())];
    }

    private static (string Feature, int Strength, Dictionary<int, int> Weights) Read(string line)
    {
        var parts = line.Split(' ');
        var first = Array.FindIndex(parts, part => part.Contains(':'));
        var weights = parts[first..].Select(part => part.Split(':')).ToDictionary(part => Number(part[0]), part => Number(part[1]));
        return (string.Join(' ', parts[..(first - 1)]), Number(parts[first - 1]), weights);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
