namespace AutoResolve.Insights.Learning;

/// <summary>Deals texts out to parts, all of one source to the same.</summary>
internal static class TextParts
{
    // A source with nearly all texts is dealt out text by text, as texts without a source are. Sources that say the same labels go to
    // different parts, so that what one of them says is judged by what the others teach.
    public static int[] Of(IReadOnlyList<LabelledText> texts, byte[] labels, int count)
    {
        var sources = texts
            .Index()
            .Where(text => text.Item.Source is not null)
            .GroupBy(text => text.Item.Source!, text => text.Index, StringComparer.Ordinal)
            .Where(group => group.Count() <= texts.Count / 2)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        var ofLabels = new int[count, byte.MaxValue + 1];
        var sizes = new int[count];
        var parts = new int[texts.Count];
        for (var at = 0; at < parts.Length; at++)
            parts[at] = at % count;
        foreach (var source in sources)
        {
            var part = Enumerable
                .Range(0, count)
                .OrderBy(part => source.Sum(text => (long)ofLabels[part, labels[text]]))
                .ThenBy(part => sizes[part])
                .First();
            foreach (var text in source)
            {
                parts[text] = part;
                ofLabels[part, labels[text]]++;
            }

            sizes[part] += source.Count();
        }

        return parts;
    }
}
