namespace AutoResolve.Words;

/// <summary>A phrase of a rule: parts that stand next to each other, in order.</summary>
internal sealed class Phrase(string source, string pointer, PhraseElement[] elements, bool evenDenied)
{
    /// <summary>The phrase as its author wrote it.</summary>
    public string Source => source;

    /// <summary>Whether it is also found where its sentence denies it.</summary>
    public bool EvenDenied => evenDenied;

    /// <summary>The phrase in words: a list is named by its first phrases, and the signs for forms of words are left out.</summary>
    public string InWords =>
        source.Contains('@', StringComparison.Ordinal) || source.Contains('=', StringComparison.Ordinal)
            ? string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ChunkInWords))
            : source;

    /// <summary>
    /// How much it tells that the phrase stands in a text: the rarer its words, the more; 0 where all of them are words that any text has.
    /// Set once, when all phrases of a rulebook are known.
    /// </summary>
    public int Telling { get; set; }

    /// <summary>Its JSON pointer, as evidence gives it.</summary>
    public string Pointer => pointer;

    public IReadOnlyList<PhraseElement> Elements => elements;

    /// <summary>How many phrases it is with its lists written out, each in its place.</summary>
    public long Size { get; } = Math.Max(1, elements.OfType<ListElement>().Sum(element => element.List.Size));

    /// <summary>The most words it can have.</summary>
    public long MaxWords { get; } = elements.Sum(element => element is ListElement list ? list.List.MaxWords : 1);

    /// <summary>Every occurrence, the longest of each start, by start.</summary>
    public IEnumerable<Occurrence> Find(TokenizedText view) => FindAll(view).Select(found => new Occurrence(found.Key, found.Value[^1]));

    /// <summary>By first word, ascending, the places after the last word, ascending.</summary>
    public IEnumerable<KeyValuePair<int, int[]>> FindAll(TokenizedText view)
    {
        foreach (var (start, ends) in elements[0].Find(view))
        {
            IEnumerable<int> reached = ends;
            for (var part = 1; part < elements.Length; part++)
                reached = new SortedSet<int>(reached.SelectMany(at => Continue(view, elements[part], at)));
            var all = reached.ToArray();
            if (all.Length > 0)
                yield return KeyValuePair.Create(start, all);
        }
    }

    private string ChunkInWords(string chunk) =>
        chunk.StartsWith('@') && elements.OfType<ListElement>().FirstOrDefault(element => element.List.Name == chunk[1..]) is { } list
            ? list.List.InWords
            : chunk.TrimStart('=');

    private static IEnumerable<int> Continue(TokenizedText view, PhraseElement element, int at) =>
        at < view.Words.Count && view.Words[at].Position == view.Words[at - 1].Position + 1 ? element.EndsAt(view, at) : [];
}

/// <summary>Where a phrase stands: its first word, and the place after its last.</summary>
internal readonly record struct Occurrence(int Start, int End)
{
    public int Words => End - Start;
}
