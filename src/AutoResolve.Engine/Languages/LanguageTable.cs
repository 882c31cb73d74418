using System.Text.Json;
using System.Text.Json.Serialization;
using AutoResolve.Words;

namespace AutoResolve.Languages;

/// <summary>Words and letters of all languages: languages.json, embedded in the assembly, and the common words; read once a
/// process.</summary>
internal sealed class LanguageTable
{
    /// <summary>The most languages that there can be: a bit each.</summary>
    public const int MaxLanguages = 64;

    /// <summary>The bit of English.</summary>
    public const int English = 0;

    // Latin, Greek, Cyrillic and Arabic letters, with those that have several marks.
    private const char LastLetter = '\u1EFF';

    private const string Resource = "languages.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<LanguageTable> Read = new(() => new LanguageTable(ReadSources()));

    private readonly string[] _tags;
    private readonly WordTable _numbers = new();

    // By the number of a word, less one; nothing of a word of everywhere.
    private readonly List<ulong> _telling = [];

    // By which of the lists of common words have a word, a bit each.
    private readonly ulong[] _byLists;
    private readonly int _names;
    private readonly ulong[] _letters = new ulong[LastLetter + 1];

    private LanguageTable(LanguageSources sources)
    {
        _tags = [.. sources.Languages.Keys];
        var at = 0;
        foreach (var language in sources.Languages.Values)
        {
            var bit = 1UL << at++;
            Told |= language.Told ? bit : 0;
            foreach (var word in Words(language.Words))
                _telling[NumberOf(word) - 1] |= bit;
            foreach (var letter in language.Letters)
                _letters[letter] |= bit;
        }

        foreach (var word in Words(sources.Everywhere))
            _telling[NumberOf(word) - 1] = 0;
        _byLists = [.. Enumerable.Range(0, 1 << CommonSpellings.Lists.Count).Select(LanguagesOf)];
        _names = CommonSpellings.Lists.Select((list, place) => list == CommonSpellings.Names ? 1 << place : 0).Sum();
    }

    public static LanguageTable Instance => Read.Value;

    /// <summary>The tags of the languages, by their bit.</summary>
    public IReadOnlyList<string> Tags => _tags;

    /// <summary>The languages that customers are expected to write.</summary>
    public ulong Told { get; }

    /// <summary>The languages that a word is of; null where it says nothing of its text: a name, or what is written everywhere.</summary>
    /// <remarks>Parameters as in <see cref="ITokenConsumer.AddWord"/>.</remarks>
    public WordLanguages? Find(byte[] buffer, int at, int length)
    {
        var telling = 0UL;
        if (_numbers.Find(buffer, at, length) is var number and > 0)
        {
            telling = _telling[number - 1];
            if (telling == 0)
                return null;
        }

        var lists = CommonSpellings.ListsOf(buffer, at, length);
        return telling == 0 && (lists & _names) != 0 ? null : new WordLanguages(telling, telling | _byLists[lists]);
    }

    /// <summary>The languages that have a letter, in small; 0 where it is no letter of few languages.</summary>
    public ulong OfLetter(char letter) => letter <= LastLetter ? _letters[letter] : 0;

    private ulong LanguagesOf(int lists)
    {
        var languages = 0UL;
        for (var list = 0; list < CommonSpellings.Lists.Count; list++)
        {
            var language = Array.IndexOf(_tags, CommonSpellings.Lists[list].Split('-')[0]);
            if ((lists >> list & 1) != 0 && language >= 0)
                languages |= 1UL << language;
        }

        return languages;
    }

    private int NumberOf(string word)
    {
        var number = _numbers.Add(word);
        if (number > _telling.Count)
            _telling.Add(0);
        return number;
    }

    private static IEnumerable<string> Words(IReadOnlyList<string> lines) =>
        lines.SelectMany(line => Tokenizer.Read(line)).Select(word => word.Folded);

    private static LanguageSources ReadSources()
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<LanguageSources>(stream, Options)!;
    }
}
