using System.Text;
using AutoResolve.Insights.Mining;

namespace AutoResolve.Insights.Learning;

/// <summary>Labels as a classifier may have them.</summary>
internal static class LabelNames
{
    /// <summary>The labels of texts, in the order of the alphabet, what is none of the kinds last.</summary>
    public static LearntLabel[] Of(IEnumerable<LabelledText> texts) =>
        [
            .. texts
                .GroupBy(text => Name(text.Label), StringComparer.Ordinal)
                .OrderBy(group => group.Key == LearntLabel.Other)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new LearntLabel(
                    group.Key,
                    [.. group.Select(text => text.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    group.Count()
                )),
        ];

    /// <summary>A path of names, as types of issues are.</summary>
    public static string Name(string label) =>
        string.Join('/', label.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SafeName.Of))
            is { Length: > 0 } name
            ? name
            : SafeName.Of(label);
}
