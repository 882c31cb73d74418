using AutoResolve.Matching.Phrases;

namespace AutoResolve.Matching.Indexing;

/// <summary>Numbers the phrases of all rules. Equal phrases are one, wherever they stand.</summary>
internal sealed class PhraseTable(LexiconBuilder lexicon)
{
    private readonly Dictionary<Phrase, int> _byPhrase = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int[], int> _byElements = new(ElementsComparer.Instance);
    private readonly Dictionary<CompiledList, int> _byList = new(ReferenceEqualityComparer.Instance);
    private readonly List<int[]> _lists = [];
    private readonly List<int> _elements = [];
    private readonly List<int> _starts = [0];

    public IReadOnlyList<int[]> Lists => _lists;

    public IReadOnlyList<int> Elements => _elements;

    /// <summary>Where each phrase begins in <see cref="Elements"/>, and where the last ends.</summary>
    public IReadOnlyList<int> Starts => _starts;

    public ReadOnlySpan<int> ElementsOf(int phrase) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_elements)[_starts[phrase].._starts[phrase + 1]];

    public int Add(Phrase phrase)
    {
        if (_byPhrase.TryGetValue(phrase, out var number))
            return number;
        var elements = new int[phrase.Elements.Count];
        for (var at = 0; at < elements.Length; at++)
            elements[at] = phrase.Elements[at] is ListElement list ? ~AddList(list.List) : lexicon.Use(phrase.Elements[at]);
        if (!_byElements.TryGetValue(elements, out number))
        {
            number = _starts.Count - 1;
            _byElements.Add(elements, number);
            _elements.AddRange(elements);
            _starts.Add(_elements.Count);
        }

        _byPhrase.Add(phrase, number);
        return number;
    }

    private int AddList(CompiledList list)
    {
        if (_byList.TryGetValue(list, out var number))
            return number;
        number = _lists.Count;
        _byList.Add(list, number);
        _lists.Add([]);
        _lists[number] = [.. list.Phrases.Select(Add).Distinct()];
        return number;
    }

    private sealed class ElementsComparer : IEqualityComparer<int[]>
    {
        public static readonly ElementsComparer Instance = new();

        public bool Equals(int[]? left, int[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(int[] elements)
        {
            var hash = default(HashCode);
            foreach (var element in elements)
                hash.Add(element);
            return hash.ToHashCode();
        }
    }
}
