using System.Text;
using AutoResolve.Words;
using AutoResolve.Words.Denials;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Index;

/// <summary>Gathers the terms of all rules, and how often rules use each.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>Prefixes of this length and longer are looked up one by one.</summary>
    public const int LongPrefix = 63;

    private readonly Dictionary<object, int> _elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byPrefix = new(StringComparer.Ordinal);
    private readonly Dictionary<RequiredLiteral, int> _byLiteral = [];
    private readonly List<(int Word, int Term)> _links = [];
    private readonly List<string> _texts = [];

    // By term; 0 is none.
    private readonly List<double> _baseLikelihood = [0];
    private readonly List<int> _uses = [0];
    private readonly List<TermKind> _kinds = [default];
    private long _allUses;

    public WordTable Words { get; } = new();

    public WordTable Prefixes { get; } = new();

    /// <summary>By the number of the prefix, less 1.</summary>
    public List<int> PrefixTerms { get; } = [];

    /// <summary>By first byte, a bit for each length of prefix.</summary>
    public ulong[] PrefixLengths { get; } = new ulong[256];

    public SortedSet<int> LongPrefixes { get; } = [];

    /// <summary>The terms of letters that raw text must have.</summary>
    public IReadOnlyCollection<KeyValuePair<RequiredLiteral, int>> Literals => _byLiteral;

    /// <summary>All words, folded.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The words that rules want in no other form.</summary>
    public IEnumerable<string> ExactWords => _exact.Keys;

    public int TermCount => _uses.Count - 1;

    /// <summary>The term of a word or a prefix; counts the use.</summary>
    public int Use(PhraseElement element)
    {
        object key = element is WordElement { Word: var word } ? word : element;
        if (!_elements.TryGetValue(key, out var term))
        {
            // What wants signs around it is a term of its own.
            var isOwn = element is WordElement { Signs: var signs } && signs != WordSigns.None;
            term = key is WordForms forms ? AddForms(forms.All, isOwn) : PrefixTerm(((PrefixElement)element).Prefix);
            _elements.Add(key, term);
        }

        return Count(term);
    }

    /// <summary>The term of exactly this word; counts the use.</summary>
    public int UseExact(string word)
    {
        if (!_exact.TryGetValue(word, out var term))
        {
            _exact.Add(word, term = NewTerm(TermKind.Word, word));
            Link(word, term);
        }

        return Count(term);
    }

    /// <summary>The term of the words without which nothing is denied. To be called when all rules have their terms.</summary>
    public int AddDenials()
    {
        var term = NewTerm(TermKind.Word, DenialWords.Instance.Triggers[0]);
        foreach (var word in DenialWords.Instance.Triggers)
            Link(word, term);
        return term;
    }

    /// <summary>The term of letters that raw text must have; counts the use.</summary>
    public int Use(RequiredLiteral literal)
    {
        if (!_byLiteral.TryGetValue(literal, out var term))
            _byLiteral.Add(literal, term = NewTerm(TermKind.Letters, literal.Text));
        return Count(term);
    }

    /// <summary>The term of a classifier's answer.</summary>
    public int NewAnswer(double likelihood)
    {
        var term = NewTerm(TermKind.Answer, "");
        _baseLikelihood[term] = likelihood;
        return term;
    }

    public TermKind KindOf(int term) => _kinds[term];

    /// <summary>
    /// How likely a text has a word that satisfies the term. An estimate: what rules use often, and what is short, texts use often.
    /// </summary>
    public double Likelihood(int term) => Math.Min(0.95, _baseLikelihood[term] + ((double)_uses[term] / (_allUses + 100)));

    /// <summary>The terms of each word, as the lexicon keeps them.</summary>
    public (int[] Terms, int[] Several) TermsByWord(Lexicon lexicon)
    {
        if (lexicon.HasPrefixes)
            LinkPrefixes(lexicon);
        var counts = new int[Words.Count + 1];
        foreach (var (word, _) in _links)
            counts[word]++;
        var terms = new int[counts.Length];
        List<int> several = [];
        for (var word = 0; word < terms.Length; word++)
        {
            if (counts[word] == 1)
                continue;
            terms[word] = ~several.Count;
            several.AddRange(Enumerable.Repeat(0, 1 + counts[word]));
        }

        foreach (var (word, term) in _links)
        {
            if (counts[word] == 1)
                terms[word] = term;
            else
                several[~terms[word] + 1 + several[~terms[word]]++] = term;
        }

        return (terms, [.. several]);
    }

    private void LinkPrefixes(Lexicon lexicon)
    {
        List<int> terms = [];
        for (var word = 1; word <= Words.Count; word++)
        {
            var padded = Encoding.UTF8.GetBytes(_texts[word - 1] + new string('\0', WordScanner.Padding));
            terms.Clear();
            lexicon.FindPrefixes(padded, 0, padded.Length - WordScanner.Padding, terms);
            foreach (var term in terms)
                _links.Add((word, term));
        }
    }

    private int AddForms(IReadOnlyList<string> forms, bool isOwn)
    {
        if (!isOwn && forms.Count == 1 && _exact.TryGetValue(forms[0], out var known))
            return known;
        var term = NewTerm(TermKind.Word, forms.MinBy(form => form.Length)!, forms.Any(WordLists.Fixed.Contains));
        foreach (var form in forms)
            Link(form, term);
        if (!isOwn && forms.Count == 1)
            _exact.Add(forms[0], term);
        return term;
    }

    private void Link(string text, int term)
    {
        var word = Words.Add(text);
        if (word > _texts.Count)
            _texts.Add(text);
        _links.Add((word, term));
    }

    private int PrefixTerm(string prefix)
    {
        if (_byPrefix.TryGetValue(prefix, out var term))
            return term;
        _byPrefix.Add(prefix, term = NewTerm(TermKind.Prefix, prefix));
        Prefixes.Add(prefix);
        PrefixTerms.Add(term);
        var bytes = Encoding.UTF8.GetBytes(prefix);
        PrefixLengths[bytes[0]] |= 1UL << Math.Min(bytes.Length, LongPrefix);
        if (bytes.Length >= LongPrefix)
            LongPrefixes.Add(bytes.Length);
        return term;
    }

    private int NewTerm(TermKind kind, string text, bool isCommon = false)
    {
        _uses.Add(0);
        _kinds.Add(kind);
        _baseLikelihood.Add(
            isCommon || (kind == TermKind.Word && WordLists.Fixed.Contains(text)) ? 0.3 : LikelihoodByLength(kind, text.Length)
        );
        return TermCount;
    }

    private static double LikelihoodByLength(TermKind kind, int length) =>
        (kind, length) switch
        {
            (TermKind.Letters, 1) => 0.9,
            (TermKind.Letters, 2) => 0.5,
            (TermKind.Letters, 3) => 0.1,
            (TermKind.Letters, 4) => 0.03,
            (TermKind.Letters, 5) => 0.01,
            (TermKind.Letters, _) => 0.004,
            (TermKind.Prefix, <= 2) => 0.2,
            (TermKind.Prefix, 3) => 0.05,
            (TermKind.Prefix, _) => 0.02,
            (_, 1) => 0.1,
            (_, 2) => 0.05,
            (_, 3) => 0.02,
            _ => 0.003,
        };

    private int Count(int term)
    {
        _uses[term]++;
        _allUses++;
        return term;
    }
}

/// <summary>What a term wants of a word.</summary>
internal enum TermKind
{
    /// <summary>To be one of some words.</summary>
    Word,

    /// <summary>To begin so.</summary>
    Prefix,

    /// <summary>No word, but letters and digits of raw text.</summary>
    Letters,

    /// <summary>No word, but what a classifier says of all words.</summary>
    Answer,
}
