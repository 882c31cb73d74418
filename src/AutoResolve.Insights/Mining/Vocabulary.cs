using AutoResolve.Words;

namespace AutoResolve.Insights.Mining;

/// <summary>The phrases that rules may be made of: words with their inflections, as rules find them, and pairs of neighbours.</summary>
internal sealed class Vocabulary
{
    private const int MinTextsOfWord = 2;
    private const int MinTextsOfPair = 4;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> _pairs = [];
    private readonly List<(int First, int Second)> _parts = [];
    private readonly List<string> _phrases = [];

    private Vocabulary() { }

    public int Count => _phrases.Count;

    /// <summary>The phrase as a rule writes it.</summary>
    public string this[int phrase] => _phrases[phrase];

    /// <summary>How many words it has: one or two.</summary>
    public int WordsOf(int phrase) => _parts[phrase].Second < 0 ? 1 : 2;

    /// <summary>Whether any description of a problem may have it, so that it tells nothing of what one is about.</summary>
    public bool IsCommon(int phrase) => _phrases[phrase].Split(' ').All(EnglishWords.IsCommon);

    /// <summary>Whether one of the phrases is part of another, and so adds nothing.</summary>
    public bool IsRedundant(ReadOnlySpan<int> phrases)
    {
        foreach (var phrase in phrases)
        {
            var (first, second) = _parts[phrase];
            if (second >= 0 && (phrases.Contains(first) || phrases.Contains(second)))
                return true;
        }

        return false;
    }

    /// <param name="texts">The texts.</param>
    public static Vocabulary Of(IEnumerable<string> texts)
    {
        var vocabulary = new Vocabulary();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new List<string[]>();
        foreach (var text in texts)
        {
            var words = Words(text);
            tokens.Add(words);
            foreach (var word in words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal))
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        vocabulary.AddWords(counts);
        vocabulary.AddPairs(tokens);
        return vocabulary;
    }

    /// <summary>The phrases of a text, ascending.</summary>
    public int[] Find(string text)
    {
        var found = new HashSet<int>();
        var before = -1;
        foreach (var word in Words(text))
        {
            var here = _words.GetValueOrDefault(word, -1);
            if (here >= 0)
            {
                found.Add(here);
                if (before >= 0 && _pairs.TryGetValue((before, here), out var pair))
                    found.Add(pair);
            }

            before = here;
        }

        int[] sorted = [.. found];
        Array.Sort(sorted);
        return sorted;
    }

    // An empty one stands for a break, such as what is masked makes: the words beside it are no neighbours.
    private static string[] Words(string text)
    {
        var words = EnglishWords.Of(text);
        var folded = new List<string>(words.Count + 4);
        for (var place = 0; place < words.Count; place++)
        {
            if (place > 0 && words[place].Position - words[place - 1].Position > 1)
                folded.Add("");
            folded.Add(words[place].Folded);
        }

        return [.. folded];
    }

    // The commonest form of a word stands for the others. Numbers tell who it is, not what it is about.
    private void AddWords(Dictionary<string, int> counts)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, _) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (forms.ContainsKey(word) || word.Any(char.IsDigit))
                continue;
            var sum = 0;
            foreach (var form in EnglishWords.FormsOf(word))
            {
                if (counts.TryGetValue(form, out var count) && forms.TryAdd(form, word))
                    sum += count;
            }

            sums[word] = sum;
        }

        foreach (
            var (form, word) in forms
                .Where(pair => sums[pair.Value] >= MinTextsOfWord)
                .OrderBy(pair => pair.Value, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            if (!_words.TryGetValue(word, out var id))
            {
                id = _phrases.Count;
                _phrases.Add(word);
                _parts.Add((id, -1));
                _words[word] = id;
            }

            _words[form] = id;
        }
    }

    private void AddPairs(List<string[]> tokens)
    {
        var counts = new Dictionary<(int, int), int>();
        var seen = new HashSet<(int, int)>();
        foreach (var words in tokens)
        {
            seen.Clear();
            for (var place = 1; place < words.Length; place++)
            {
                if (
                    _words.TryGetValue(words[place - 1], out var first)
                    && _words.TryGetValue(words[place], out var second)
                    && seen.Add((first, second))
                )
                    counts[(first, second)] = counts.GetValueOrDefault((first, second)) + 1;
            }
        }

        foreach (var (pair, _) in counts.Where(entry => entry.Value >= MinTextsOfPair).OrderBy(entry => entry.Key))
        {
            _pairs[pair] = _phrases.Count;
            _phrases.Add($"{_phrases[pair.Item1]} {_phrases[pair.Item2]}");
            _parts.Add(pair);
        }
    }
}
