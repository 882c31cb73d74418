using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Numbers the phrases of all rules. Equal phrases are one, wherever they stand.</summary>
internal sealed class PhraseTable(LexiconBuilder lexicon)
{
    private readonly Dictionary<Phrase, int> _byPhrase = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int[], int> _byElements = new(ElementsComparer.Instance);
    private readonly List<bool> _evenDenied = [];
    private readonly List<int> _exceptions = [];
    private readonly List<bool> _acrossSentences = [];
    private readonly Dictionary<CompiledList, int> _byList = new(ReferenceEqualityComparer.Instance);
    private readonly List<int[]> _lists = [];
    private readonly List<bool> _mixedLists = [];
    private readonly Dictionary<int, WordSigns> _signs = [];
    private readonly List<int> _elements = [];
    private readonly List<int> _starts = [0];

    // Terms of words that any text has.
    private readonly HashSet<int> _common = [];

    // Terms of words of which it is known whether any text has them.
    private readonly HashSet<int> _known = [];

    public IReadOnlyList<int[]> Lists => _lists;

    /// <summary>By list, see <see cref="CompiledList.IsMixed"/>.</summary>
    public IReadOnlyList<bool> MixedLists => _mixedLists;

    /// <summary>By term, what must stand around its words, of terms for which something must.</summary>
    public IReadOnlyDictionary<int, WordSigns> Signs => _signs;

    public IReadOnlyList<int> Elements => _elements;

    /// <summary>Where each phrase begins in <see cref="Elements"/>, and where the last ends.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>By phrase, see <see cref="Phrase.EvenDenied"/>.</summary>
    public IReadOnlyList<bool> EvenDenied => _evenDenied;

    /// <summary>By phrase, the list of which it may be no part; -1 where there is none.</summary>
    public IReadOnlyList<int> Exceptions => _exceptions;

    /// <summary>By phrase, see <see cref="Phrase.AcrossSentences"/>.</summary>
    public IReadOnlyList<bool> AcrossSentences => _acrossSentences;

    public ReadOnlySpan<int> ElementsOf(int phrase) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_elements)[_starts[phrase].._starts[phrase + 1]];

    public int Add(Phrase phrase)
    {
        if (_byPhrase.TryGetValue(phrase, out var number))
            return number;
        var elements = new int[phrase.Elements.Count];
        for (var at = 0; at < elements.Length; at++)
        {
            elements[at] = phrase.Elements[at] is ListElement list
                ? ~AddList(list.List)
                : Element.Of(lexicon.Use(phrase.Elements[at]), phrase.Elements[at]);
            if (phrase.Elements[at] is WordElement { Signs: var signs } && signs != WordSigns.None)
                _signs[Element.TermOf(elements[at])] = signs;
            if (
                phrase.Elements[at] is WordElement { Word: var word }
                && _known.Add(Element.TermOf(elements[at]))
                && word.All.Any(CommonWords.Contains)
            )
                _common.Add(Element.TermOf(elements[at]));
        }

        var exceptions = phrase.Exceptions is { } excepted ? AddList(excepted) : -1;
        int[] key = [.. elements, exceptions, phrase.EvenDenied ? 1 : 0, phrase.AcrossSentences ? 1 : 0];
        if (!_byElements.TryGetValue(key, out number))
        {
            number = _starts.Count - 1;
            _byElements.Add(key, number);
            _evenDenied.Add(phrase.EvenDenied);
            _exceptions.Add(exceptions);
            _acrossSentences.Add(phrase.AcrossSentences);
            _elements.AddRange(elements);
            _starts.Add(_elements.Count);
        }

        _byPhrase.Add(phrase, number);
        return number;
    }

    /// <summary>The phrases of a condition that counts points, as a list that is found as other lists are.</summary>
    public PointTable AddPoints(PointsLookup pointed)
    {
        var list = AddList(new CompiledList("points", evenDenied: false, acrossSentences: false) { Phrases = pointed.Phrases });
        Dictionary<int, List<int>> byWording = [];
        for (var at = 0; at < pointed.Phrases.Count; at++)
        {
            foreach (var wording in pointed.Phrases[at].Wordings.Select(Add).Distinct())
            {
                if (byWording.TryGetValue(wording, out var known))
                    known.Add(at);
                else
                    byWording.Add(wording, [at]);
            }
        }

        return new PointTable(
            list,
            byWording.ToFrozenDictionary(wording => wording.Key, wording => wording.Value.ToArray()),
            [.. pointed.Phrases.Select(Add)],
            [.. pointed.Points]
        );
    }

    /// <summary>How much each phrase tells; also set on the phrases. To be called when how likely terms are is known.</summary>
    public int[] Weigh()
    {
        var tellings = new int[_starts.Count - 1];
        Array.Fill(tellings, -1);
        for (var phrase = 0; phrase < tellings.Length; phrase++)
            Weigh(phrase, tellings);
        foreach (var (phrase, number) in _byPhrase)
            phrase.Telling = tellings[number];
        return tellings;
    }

    /// <summary>By which words the phrases of the lists are found. To be called when how likely terms are is known.</summary>
    public ListIndex IndexLists(IReadOnlyList<PointTable> points) => ListIndex.Build(this, lexicon, points);

    // In thousandths of the logarithm of how unlikely it is; whole numbers are the same on every machine. Of a list the least telling
    // phrase.
    private int Weigh(int phrase, int[] tellings)
    {
        if (tellings[phrase] >= 0)
            return tellings[phrase];
        var telling = 0;
        for (var at = _starts[phrase]; at < _starts[phrase + 1]; at++)
        {
            telling += _elements[at] switch
            {
                < 0 and var list => _lists[~list].Select(part => Weigh(part, tellings)).DefaultIfEmpty().Min(),
                var word when _common.Contains(Element.TermOf(word)) => 0,
                var word => (int)Math.Round(-1000 * Math.Log(lexicon.Likelihood(Element.TermOf(word)))),
            };
        }

        return tellings[phrase] = telling;
    }

    private int AddList(CompiledList list)
    {
        if (_byList.TryGetValue(list, out var number))
            return number;
        number = _lists.Count;
        _byList.Add(list, number);
        _lists.Add([]);
        _mixedLists.Add(list.IsMixed);
        _lists[number] = [.. list.Phrases.SelectMany(phrase => phrase.Wordings).Select(Add).Distinct()];
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
