using AutoResolve.Budgets;
using AutoResolve.Words.Denials;

namespace AutoResolve.Words;

/// <summary>
/// One text of an issue as matching reads it: a title, the own words of a text, a field's value. Words are read once, when first needed.
/// </summary>
/// <remarks>Not safe for several threads at once: it remembers what it has read. It can be used again for another text.</remarks>
internal sealed class TokenizedText
{
    private Dictionary<CompiledList, IReadOnlyDictionary<int, int[]>>? _lists;
    private Dictionary<SpellingTable, IReadOnlyList<Misspelling>>? _misspellings;
    private List<Word>? _words;
    private WordIndexes? _indexes;
    private DenialMap? _denials;
    private FoundInText? _found;
    private bool _knowsDenied;
    private UnwrappedText? _unwrapped;
    private bool? _isWrapped;
    private int[]? _sentenceEnds;
    private string _source = "";
    private string? _name;
    private string _text = "";
    private SeenText? _seen;

    /// <summary>Takes the steps of who reads it; null where they are not counted.</summary>
    public WorkBudget? Work { get; set; }

    /// <summary>What evidence calls it: <c>text</c>, <c>title</c>, <c>field:errorCode</c>.</summary>
    public string Source => _source + _name;

    /// <summary>What a person sees.</summary>
    public ReadOnlySpan<char> Text => _seen is null ? _text : _seen.Text;

    /// <summary>The id of the turn that it is of; null where the issue itself says it.</summary>
    public string? Turn { get; private set; }

    /// <summary>The parts that are read.</summary>
    public IReadOnlyList<TextRange> Ranges { get; private set; } = [];

    public IReadOnlyList<Word> Words => _words ??= Tokenizer.Read(Text, Ranges);

    /// <summary>Whether its words were read.</summary>
    public bool HasWords => _words is not null;

    /// <summary>Takes a value as it is, all of it.</summary>
    public void Read(string source, string? name, string value, string? turn) => Read(source, name, value, null, turn, All(value.Length));

    /// <summary>Takes what is seen of a text, all of it.</summary>
    public void Read(string source, string? name, SeenText seen, string? turn) => Read(source, name, "", seen, turn, All(seen.Length));

    /// <summary>Takes what is seen of a text of which only parts are read.</summary>
    /// <returns>Where the parts are to be added, in order.</returns>
    public List<TextRange> ReadParts(string source, SeenText seen, string? turn)
    {
        var ranges = Ranges as List<TextRange> ?? [];
        ranges.Clear();
        Read(source, null, "", seen, turn, ranges);
        return ranges;
    }

    /// <summary>Lets go of the text, but not of the memory of its parts.</summary>
    public void Clear()
    {
        (_lists, _misspellings, _words, _indexes) = (null, null, null, null);
        (_name, _text, _seen, Turn) = (null, "", null, null);
        _knowsDenied = false;
        _found?.Clear();
        _isWrapped = null;
        _sentenceEnds = null;
    }

    /// <summary>The text as a string, for who cannot read it where it is.</summary>
    public override string ToString() => SentenceEnds.WithoutParts(_seen is null ? _text : _seen.ToString());

    /// <summary>A piece of it as evidence, which says where the piece stands in the source.</summary>
    public Evidence EvidenceOf(TextRange piece, string pointer, string condition, string? readAs = null)
    {
        var place = _seen?.ToSource(piece) ?? piece;
        return new Evidence
        {
            Source = Source,
            Turn = Turn,
            Start = place.Start,
            Length = place.Length,
            Pointer = pointer,
            Condition = condition,
            ReadAs = readAs,
        };
    }

    private TextRange[] All(int length)
    {
        var ranges = Ranges is TextRange[] { Length: 1 } known ? known : new TextRange[1];
        ranges[0] = new TextRange(0, length);
        return ranges;
    }

    /// <summary>Takes parts of a value as it is.</summary>
    public void Read(string source, string? name, string value, string? turn, IReadOnlyList<TextRange> ranges) =>
        Read(source, name, value, null, turn, ranges);

    private void Read(string source, string? name, string text, SeenText? seen, string? turn, IReadOnlyList<TextRange> ranges)
    {
        Clear();
        (_source, _name, _text, _seen, Turn, Ranges) = (source, name, text, seen, turn, ranges);
    }

    /// <summary>A part that is read, with blanks where a line was only wrapped, for who reads it letter by letter.</summary>
    public ReadOnlySpan<char> Unwrapped(int range) =>
        IsWrapped ? _unwrapped!.Part(range) : Text.Slice(Ranges[range].Start, Ranges[range].Length);

    /// <summary>Where a piece of what <see cref="Unwrapped"/> gave stands in the text.</summary>
    public TextRange FromUnwrapped(int range, int start, int length) =>
        IsWrapped ? _unwrapped!.ToText(range, start, length) : new TextRange(Ranges[range].Start + start, length);

    private bool IsWrapped =>
        _isWrapped ??= Text.IndexOfAny('\r', '\n', SentenceEnds.OfPart) >= 0 && (_unwrapped ??= new UnwrappedText()).Read(Text, Ranges);

    /// <summary>The places in <see cref="Words"/> of a folded word, ascending.</summary>
    public IReadOnlyList<int> IndexesOf(ReadOnlySpan<char> folded) =>
        Indexes.ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var indexes) ? indexes : [];

    /// <summary>The different folded words that begin with a prefix.</summary>
    public IEnumerable<string> WordsStartingWith(string prefix)
    {
        var sorted = Indexes.Sorted;
        var first = Array.BinarySearch(sorted, prefix, StringComparer.Ordinal);
        for (var at = first < 0 ? ~first : first; at < sorted.Length && sorted[at].StartsWith(prefix, StringComparison.Ordinal); at++)
            yield return sorted[at];
    }

    /// <summary>Where the phrases of a list stand: by first word, the places after the last word, ascending.</summary>
    public IReadOnlyDictionary<int, int[]> Occurrences(CompiledList list)
    {
        _lists ??= [];
        if (!_lists.TryGetValue(list, out var occurrences))
        {
            occurrences = list.FindAll(this);

            // Not where only some of them could be found.
            if (Work?.IsOver != true)
                _lists.Add(list, occurrences);
        }

        return occurrences;
    }

    /// <summary>The words that are misspelt words of rules, by place.</summary>
    public IReadOnlyList<Misspelling> MisspellingsOf(SpellingTable table)
    {
        _misspellings ??= [];
        if (!_misspellings.TryGetValue(table, out var misspellings))
            _misspellings.Add(table, misspellings = FindMisspellings(table));
        return misspellings;
    }

    /// <summary>The misspelt word at a place; null where none is there.</summary>
    public Misspelling? MisspellingAt(SpellingTable table, int place)
    {
        var all = MisspellingsOf(table);
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].Place < place ? (middle + 1, high) : (low, middle);
        }

        return low < all.Count && all[low].Place == place ? all[low] : null;
    }

    private List<Misspelling> FindMisspellings(SpellingTable table) =>
        [.. Words.Select((word, place) => Misspelling.Of(word.Folded, place, table)).OfType<Misspelling>()];

    /// <summary>The place after the last word of the sentence in which a word stands.</summary>
    public int SentenceEndOf(int word)
    {
        if (_sentenceEnds is null)
        {
            _sentenceEnds = new int[Words.Count];
            var end = Words.Count;
            for (var at = Words.Count - 1; at >= 0; at--)
            {
                if (at + 1 < Words.Count && SentenceEnds.IsBetween(Text, Words[at].Start, Words[at].End, Words[at + 1].Start))
                    end = at + 1;
                _sentenceEnds[at] = end;
            }
        }

        return _sentenceEnds[word];
    }

    /// <summary>What was found in it besides words, for who looks for it again.</summary>
    public FoundInText Found => _found ??= new FoundInText(this);

    /// <summary>Which of its words are denied.</summary>
    public DenialMap Denials
    {
        get
        {
            _denials ??= new DenialMap();
            if (!_knowsDenied)
                _denials.Read(Text, Ranges);
            _knowsDenied = true;
            return _denials;
        }
    }

    /// <summary>Why a phrase does not count where it stands; null where it does.</summary>
    public DenialReason? ReasonOf(Occurrence occurrence) => Denials.ReasonOf(PlaceOf(occurrence.Start), PlaceOf(occurrence.End - 1) + 1);

    // Its place with the breaks before it counted.
    private int PlaceOf(int word) => word + ((Words[word].Position - word) / Word.Break);

    private WordIndexes Indexes => _indexes ??= new WordIndexes(Words);

    private sealed class WordIndexes
    {
        public WordIndexes(IReadOnlyList<Word> words)
        {
            for (var at = 0; at < words.Count; at++)
            {
                if (!ByWord.TryGetValue(words[at].Folded, out var places))
                    ByWord.Add(words[at].Folded, places = []);
                places.Add(at);
            }
        }

        public Dictionary<string, List<int>> ByWord { get; } = new(StringComparer.Ordinal);

        public string[] Sorted => field ??= [.. ByWord.Keys.Order(StringComparer.Ordinal)];
    }
}
