using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoResolve.Words.Denials;

/// <summary>The words by which people deny, in all languages: denials.json, embedded in the assembly, read once a process.</summary>
internal sealed class DenialWords
{
    private const string Resource = "denials.json";
    private const int MaxOften = 3;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new LinesConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<DenialWords> Read = new(() => new DenialWords(ReadLanguages()));

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly WordTable _table = new();
    private readonly int[] _numbersByWord;
    private readonly DenialCue[][] _cues;
    private readonly FrozenSet<string> _denies;

    private DenialWords(Dictionary<string, DenialLanguage> languages)
    {
        var cues = languages.Values.SelectMany(language => language.Cues.Select(cue => Compile(cue, language))).ToArray();
        Values = new ValueWords([.. languages.Values]);
        Ends = SetOf(languages, language => language.Ends);
        Subjects = SetOf(languages, language => language.Subjects);
        Refers = SetOf(languages, language => language.Refers);
        TurnsBack = SetOf(languages, language => language.TurnsBack);
        Or = SetOf(languages, language => language.Or);
        Trouble = SetOf(languages, language => language.Trouble);
        Works = SetOf(languages.Values.SelectMany(WorksIn));
        Wanted = SetOf(languages.Values.SelectMany(language => Words("@wanted", language)));
        Compounds = SetOf(languages, language => language.Compounds);
        Negators = SetOf(languages, language => language.Denies);
        _denies = languages.Values.SelectMany(language => Words(language.Denies, language)).ToFrozenSet(StringComparer.Ordinal);
        var count = _numbers.Count;
        foreach (var language in languages.Values)
            AddMisspelt(language);
        _cues = new DenialCue[count + 1][];
        for (var number = 0; number < _cues.Length; number++)
            _cues[number] = [.. cues.Where(cue => cue.Says[cue.Trigger].Words.Has(number))];
        Triggers = [.. _numbers.Where(entry => _cues[entry.Value].Length > 0).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
        _numbersByWord = [0, .. _numbers.Where(entry => _table.Add(entry.Key) > 0).Select(entry => entry.Value)];
    }

    public static DenialWords Instance => Read.Value;

    /// <summary>The folded words without one of which nothing is denied.</summary>
    public IReadOnlyList<string> Triggers { get; }

    /// <summary>What begins another clause.</summary>
    public SymbolSet Ends { get; }

    /// <summary>What most often begins another clause.</summary>
    public SymbolSet Subjects { get; }

    /// <summary>What stands for what was said before: "it is gone", "all fixed now".</summary>
    public SymbolSet Refers { get; }

    /// <summary>What takes back what was just said.</summary>
    public SymbolSet TurnsBack { get; }

    /// <summary>Words for what is wrong: who denies them has no problem.</summary>
    public SymbolSet Trouble { get; }

    /// <summary>What something should do: that it does not is the trouble, whatever stands behind.</summary>
    public SymbolSet Works { get; }

    /// <summary>What people want: that they have none is the trouble.</summary>
    public SymbolSet Wanted { get; }

    /// <summary>Words that name a trouble right before it: "no login loop".</summary>
    public SymbolSet Compounds { get; }

    /// <summary>Words with which a phrase denies by itself.</summary>
    public SymbolSet Negators { get; }

    /// <summary>How values are denied that are named.</summary>
    public ValueWords Values { get; }

    /// <summary>What goes on with a list.</summary>
    public SymbolSet Or { get; }

    /// <summary>The cues that a word may be of, of which it is the rarest.</summary>
    public ReadOnlySpan<DenialCue> CuesAt(int number) => _cues[number];

    /// <summary>Whether a phrase denies that has this folded word in it.</summary>
    public bool Denies(string word) => _denies.Contains(word);

    /// <summary>The number of a folded word; 0 where it is none of these. Parameters as in <see cref="ITokenConsumer.AddWord"/>.</summary>
    public int Find(byte[] buffer, int at, int length) => _numbersByWord[_table.Find(buffer, at, length)];

    private DenialCue Compile(DenialCueSource source, DenialLanguage language)
    {
        var tokens = Split(source.Says).ToArray();
        var words = Array.ConvertAll(tokens, token => Words(token.TrimEnd('?', '*').Replace('|', ' '), language).ToArray());
        var says = tokens.Zip(words, (token, known) => CueWordOf(SetOf(known), token[^1]));
        var trigger = Enumerable
            .Range(0, tokens.Length)
            .Where(at => tokens[at][^1] is not ('?' or '*'))
            .MinBy(at => words[at].Sum(Commonness))!;
        return new DenialCue
        {
            Says = [.. says],
            Trigger = trigger,
            Reason = source.Reason,
            Reach = source.Reach,
            Of = source.Of,
            Through = SetOf(Words(source.Through, language)),
            Until = SetOf(Words(source.Until, language)),
            NotAfter = SetOf(Words(source.NotAfter, language)),
            NotBefore = SetOf(Words(source.NotBefore, language)),
            NotIn = SetOf(Words(source.NotIn, language)),
            NotWith = SetOf(Words(source.NotWith, language)),
            Needs = source.Needs.Length == 0 ? null : SetOf(Words(source.Needs, language)),
            NotAsked = source.NotAsked,
            Asked = source.Asked,
            AtEnd = source.AtEnd,
            Turns = source.Turns,
        };
    }

    // How often texts have it, by and large: the shortest words come first, then those that any text has.
    private static double Commonness(string word) =>
        word.Length switch
        {
            <= 2 when word != "ok" => 20,
            _ when CommonWords.Contains(word) => 5,
            <= 3 => 4,
            4 => 0.3,
            _ => 0.05,
        };

    private static CueWord CueWordOf(SymbolSet words, char sign) =>
        sign switch
        {
            '?' => new CueWord(words, Min: 0, Max: 1),
            '*' => new CueWord(words, Min: 0, MaxOften),
            _ => new CueWord(words, Min: 1, Max: 1),
        };

    // Who does not see or get something may be glad of it.
    private static IEnumerable<string> WorksIn(DenialLanguage language) =>
        Words("@works", language).Except(language.Words.ContainsKey("perceive") ? Words("@perceive", language) : []);

    private void AddMisspelt(DenialLanguage language)
    {
        foreach (var (spelt, misspelt) in language.Misspelt)
        {
            foreach (var word in Words(misspelt, language))
                _numbers.TryAdd(word, _numbers[Words(spelt, language).Single()]);
        }

        foreach (var word in Words(language.Slips, language))
        {
            foreach (var slip in Slips.Of(word).Where(slip => !CommonWords.Contains(slip)))
                _numbers.TryAdd(slip, _numbers[word]);
        }
    }

    private SymbolSet SetOf(Dictionary<string, DenialLanguage> languages, Func<DenialLanguage, string> words) =>
        SetOf(languages.Values.SelectMany(language => Words(words(language), language)));

    private SymbolSet SetOf(IEnumerable<string> words)
    {
        List<int> numbers = [];
        foreach (var word in words)
        {
            if (!_numbers.TryGetValue(word, out var number))
                _numbers.Add(word, number = _numbers.Count + 1);
            numbers.Add(number);
        }

        return new SymbolSet(numbers);
    }

    /// <summary>The folded words of a text of denials.json.</summary>
    public static IEnumerable<string> Words(string source, DenialLanguage language) =>
        Split(source)
            .SelectMany(token =>
                token[0] == '@' ? Words(language.Words[token[1..]], language) : Tokenizer.Read(token).Select(word => word.Folded)
            );

    private static string[] Split(string source) => source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, DenialLanguage> ReadLanguages()
    {
        using var stream = typeof(DenialWords).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, DenialLanguage>>(stream, Options)!;
    }

    private sealed class LinesConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return reader.GetString();
            List<string> lines = [];
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
                lines.Add(reader.GetString()!);
            return string.Join(' ', lines);
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
