namespace AutoResolve.Words;

/// <summary>A named list of phrases. Its phrases are set once, when they are compiled.</summary>
/// <param name="name">Its name.</param>
/// <param name="evenDenied">Whether its phrases are also found where their sentence denies them.</param>
/// <param name="acrossSentences">Whether its phrases may run on over the end of a sentence.</param>
internal sealed class CompiledList(string name, bool evenDenied, bool acrossSentences)
{
    /// <summary>The name of a list that holds the wordings of one phrase.</summary>
    public const string OfWordings = "";

    private const int MaxNamed = 2;

    public string Name => name;

    /// <summary>Whether its phrases are also found where their sentence denies them.</summary>
    public bool EvenDenied => evenDenied;

    /// <summary>Whether its phrases may run on over the end of a sentence.</summary>
    public bool AcrossSentences => acrossSentences || HasAcrossSentences;

    public IReadOnlyList<Phrase> Phrases
    {
        get;
        set
        {
            field = value;
            Size = name == OfWordings ? value[0].Size : value.Sum(phrase => phrase.Size);
            MaxWords = value.Select(phrase => phrase.MaxWords).DefaultIfEmpty().Max();
            HasAcrossSentences = value.Any(phrase => phrase.AcrossSentences);
            IsMixed = HasAcrossSentences && !value.All(phrase => phrase.AcrossSentences);
        }
    } = [];

    /// <summary>Whether some of its phrases may run on over the end of a sentence, and others not: "Tampa, FL", "late fee".</summary>
    public bool IsMixed { get; private set; }

    private bool HasAcrossSentences { get; set; }

    /// <summary>What it stands for, by its first phrases: <c>signed out/kicked out/...</c>.</summary>
    public string InWords =>
        string.Join('/', Phrases.Take(MaxNamed).Select(phrase => phrase.InWords)) + (Phrases.Count > MaxNamed ? "/..." : "");

    /// <summary>Whether one of its phrases denies.</summary>
    public bool Denies => Phrases.Any(phrase => phrase.Denies);

    /// <summary>How many phrases it has with the lists in it written out; the wordings of one phrase are one.</summary>
    public long Size { get; private set; }

    /// <summary>The words of its shortest phrase with the lists in it written out.</summary>
    public int MinWords => Phrases.Select(phrase => phrase.MinWords).DefaultIfEmpty().Min();

    /// <summary>The words of its longest phrase with the lists in it written out.</summary>
    public long MaxWords { get; private set; }

    /// <summary>Where its phrases stand: by first word, the places after the last word, ascending.</summary>
    public IReadOnlyDictionary<int, int[]> FindAll(TokenizedText view)
    {
        var found = new Dictionary<int, SortedSet<int>>();
        foreach (var (start, ends) in Phrases.SelectMany(phrase => phrase.FindAll(view, isWithin: IsMixed && !phrase.AcrossSentences)))
        {
            if (found.TryGetValue(start, out var known))
                known.UnionWith(ends);
            else
                found.Add(start, [.. ends]);
        }

        return found.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }
}
