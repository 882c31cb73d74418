namespace AutoResolve.Insights.Learning;

/// <summary>Texts dealt out to parts, each of which is judged by what the others teach: all texts of one source to one part.</summary>
internal sealed class TextParts
{
    /// <param name="texts">The texts.</param>
    /// <param name="labels">By text, its label.</param>
    /// <param name="count">How many parts there are.</param>
    public TextParts(IReadOnlyList<LabelledText> texts, byte[] labels, int count)
    {
        Count = count;
        Of = new int[texts.Count];
        var ofLabels = new int[count, byte.MaxValue + 1];
        var sizes = new int[count];

        // A source with nearly all texts is dealt out text by text, as texts without a source are.
        var sources = texts
            .Index()
            .GroupBy(text => text.Item.Source, text => text.Index)
            .ToLookup(group => group.Key is not null && group.Count() <= texts.Count / 2);
        var alone = 0;
        foreach (var text in sources[false].SelectMany(group => group).Order())
            Add(text, alone++ % count);

        // Sources that say the same labels go to different parts, so that of what one says the others teach something.
        foreach (var source in sources[true].OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var part = Enumerable.Range(0, count).MinBy(part => (source.Sum(text => (long)ofLabels[part, labels[text]]), sizes[part]));
            foreach (var text in source)
                Add(text, part);
        }

        var all = labels.CountBy(label => label).ToDictionary();
        IsTaught = [.. Of.Select((part, text) => ofLabels[part, labels[text]] < all[labels[text]])];

        void Add(int text, int part)
        {
            Of[text] = part;
            ofLabels[part, labels[text]]++;
            sizes[part]++;
        }
    }

    public int Count { get; }

    /// <summary>By text, its part.</summary>
    public int[] Of { get; }

    /// <summary>By text, whether any other part has its label, without which it cannot be found.</summary>
    public bool[] IsTaught { get; }

    public IEnumerable<int> In(int part) => Enumerable.Range(0, Of.Length).Where(text => Of[text] == part);

    public int[] Without(int part) => [.. Enumerable.Range(0, Of.Length).Where(text => Of[text] != part)];
}
