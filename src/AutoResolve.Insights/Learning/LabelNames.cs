using AutoResolve.Insights.Mining;

namespace AutoResolve.Insights.Learning;

/// <summary>Labels as a classifier may have them: paths of names, as types of issues are.</summary>
internal static class LabelNames
{
    private const string Nameless = "label";

    /// <summary>The labels of texts, in the order of the alphabet, what is none of the kinds last.</summary>
    public static LearntLabel[] Of(IReadOnlyList<LabelledText> texts)
    {
        var counts = texts.CountBy(text => text.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var nameless = 0;
        return
        [
            .. counts
                .Keys.Order(StringComparer.Ordinal)
                .Select(label => (Label: label, Name: NameOf(label)))
                .GroupBy(label => label.Name, label => label.Label, StringComparer.Ordinal)
                .OrderBy(group => group.Key == LearntLabel.Other)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new LearntLabel(group.Key, [.. group], group.Sum(label => counts[label]))),
        ];

        // Labels of other scripts, of which nothing is left, are not one because of that.
        string NameOf(string label) => label.Any(char.IsAsciiLetterOrDigit) ? Name(label) : $"{Nameless}-{++nameless}";
    }

    private static string Name(string label) =>
        string.Join('/', label.Split('/').Where(part => part.Any(char.IsAsciiLetterOrDigit)).Select(SafeName.Of));
}
