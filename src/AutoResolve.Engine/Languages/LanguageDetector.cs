using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using AutoResolve.Words;

namespace AutoResolve.Languages;

/// <summary>Tells the language of texts, where it is certain; nothing else may guess one.</summary>
/// <remarks>
/// Evidence are different words and letters: of any two languages only what one has and the other has not. What stands in quotation marks,
/// addresses, names and words of all languages says nothing. It is linear in the text and keeps its memory for the next.
/// </remarks>
internal sealed class LanguageDetector
{
    // Found on texts of many languages, by which no English one was told as another; see the tests.
    private const int MinTelling = 2;
    private const double MinShare = 0.35;
    private static readonly Lead AmongTold = new(3, 2.5);
    private static readonly Lead OverNeighbour = new(2, 2);
    private static readonly Lead OfNeighbour = new(4, 3);

    // Of English texts nearly all words are known, and half of them are what sentences are made of.
    private const int MinDifferent = 8;
    private const double MostEnglish = 0.4;
    private const double MostTellingEnglish = 0.2;

    // Letters: Latin ones of which nothing is known may be anything.
    private const int MinLettersOfScript = 4;
    private const int ScriptLead = 2;

    [ThreadStatic]
    private static LanguageDetector? _ofThread;

    private readonly LanguageTable _table = LanguageTable.Instance;
    private readonly MetLanguages _met = new(LanguageTable.Instance);
    private readonly WordScanner _scanner = new();
    private readonly List<Place> _places = [];
    private readonly DifferentWords _seen = new();
    private readonly List<WordLanguages> _evidence = [];
    private readonly int[] _letters = new int[Script.All.Length];
    private readonly int[] _scores = new int[LanguageTable.MaxLanguages];
    private readonly int[] _shared = new int[LanguageTable.MaxLanguages];
    private readonly int[] _against = new int[LanguageTable.MaxLanguages];
    private int _different;

    // The languages of which a word was said outside of names.
    private ulong _spoken;

    private LanguageDetector() { }

    /// <summary>One for this thread.</summary>
    public static LanguageDetector OfThread => _ofThread ??= new LanguageDetector();

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        _seen.Clear();
        _evidence.Clear();
        Array.Clear(_letters);
        (_different, _spoken) = (0, 0);
    }

    /// <summary>Reads parts of a text.</summary>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        _places.Clear();
        var sink = new Sink(_places, _met);
        _scanner.Scan(text, ranges, ref sink);
        var speech = new SpokenParts(text);
        var names = new NameParts(text);
        foreach (ref readonly var place in CollectionsMarshal.AsSpan(_places))
        {
            if (!speech.Has(place.Start, place.End))
                continue;
            if (!names.Has(place.Start, place.End))
                _spoken |= place.Languages?.Telling ?? 0;
            _letters[place.Script] += place.End - place.Start;
            Add(in place, text[place.Start..place.End]);
        }
    }

    /// <summary>The language of what was read as a BCP 47 tag, such as <c>es</c>; null where it is not certain. Where only the script is,
    /// <c>und-</c> with that: <c>und-Cyrl</c>; <c>und-Latn</c> where it is certainly not English and nothing else is.</summary>
    public string? Find()
    {
        var script = FindScript();
        if (script < 0)
            return null;
        return FindLanguage() ?? (script != Script.Latin || IsNoEnglish() ? Script.All[script].Tag : null);
    }

    private bool IsNoEnglish()
    {
        var (known, telling) = (0, 0);
        foreach (ref readonly var evidence in CollectionsMarshal.AsSpan(_evidence))
        {
            var weight = evidence.WeightOf(LanguageTable.English);
            known += weight > 0 ? 1 : 0;
            telling += weight / 2;
        }

        return _different >= MinDifferent && known < MostEnglish * _different && telling < MostTellingEnglish * _different;
    }

    private void Add(in Place place, ReadOnlySpan<char> written)
    {
        if (!_seen.Add(place.Key))
            return;
        var isSingle = place.End - place.Start == 1 && place.Script == Script.Latin;
        if (place.Languages is not { } known || (isSingle && known.Telling == 0))
            return;
        _different++;
        if (known.Known != 0)
            _evidence.Add(known);
        if (!Ascii.IsValid(written))
            AddLetters(written);
    }

    private void AddLetters(ReadOnlySpan<char> written)
    {
        foreach (var character in written)
        {
            if (char.IsAscii(character))
                continue;
            var letter = char.ToLowerInvariant(character);
            if (_table.OfLetter(letter) is var known and not 0 && _seen.Add(new WordKey(0, letter)))
                _evidence.Add(new WordLanguages(0, known));
        }
    }

    // The script of most letters, where it is that of nearly all.
    private int FindScript()
    {
        if (_letters[Script.Kana] > 0)
        {
            _letters[Script.Kana] += _letters[Script.Han];
            _letters[Script.Han] = 0;
        }

        var (best, sum) = (0, 0);
        for (var script = 0; script < _letters.Length; script++)
        {
            _letters[script] *= Script.All[script].Weight;
            sum += _letters[script];
            if (_letters[script] > _letters[best])
                best = script;
        }

        var isClear = best != Script.Other && _letters[best] >= MinLettersOfScript && _letters[best] >= ScriptLead * (sum - _letters[best]);
        return isClear ? best : -1;
    }

    private string? FindLanguage()
    {
        if (FindBest() is not { } best)
            return null;
        Array.Clear(_shared);
        Array.Clear(_against);
        var (points, telling, known) = (0, 0, 0);
        foreach (ref readonly var evidence in CollectionsMarshal.AsSpan(_evidence))
        {
            var weight = evidence.WeightOf(best);
            points += weight;
            telling += weight / 2;
            known += weight > 0 ? 1 : 0;
            for (var others = evidence.Known; others != 0; others &= others - 1)
            {
                var other = BitOperations.TrailingZeroCount(others);
                var theirs = evidence.WeightOf(other);
                _shared[other] += Math.Min(weight, theirs);
                _against[other] += Math.Max(0, theirs - weight);
            }
        }

        if (telling < MinTelling || known < MinShare * _different || (_spoken >> best & 1) == 0)
            return null;
        for (var other = 0; other < _table.Tags.Count; other++)
        {
            if (other != best && !LeadOver(best, other).IsReached(points - _shared[other], _against[other]))
                return null;
        }

        return _table.Tags[best];
    }

    private Lead LeadOver(int best, int other)
    {
        if ((_table.Told >> best & 1) == 0)
            return OfNeighbour;
        return (_table.Told >> other & 1) != 0 ? AmongTold : OverNeighbour;
    }

    private int? FindBest()
    {
        Array.Clear(_scores);
        foreach (ref readonly var evidence in CollectionsMarshal.AsSpan(_evidence))
        {
            for (var languages = evidence.Known; languages != 0; languages &= languages - 1)
                _scores[BitOperations.TrailingZeroCount(languages)]++;
            for (var languages = evidence.Telling; languages != 0; languages &= languages - 1)
                _scores[BitOperations.TrailingZeroCount(languages)]++;
        }

        var best = _scores.AsSpan().IndexOf(_scores.Max());
        return _scores[best] > 0 ? best : null;
    }

    /// <param name="Points">By how much a language must have more that another has not.</param>
    /// <param name="Ratio">How many times what the other has that it has not.</param>
    private readonly record struct Lead(int Points, double Ratio)
    {
        public bool IsReached(int with, int against) => with >= Points && with >= Ratio * against;
    }

    private readonly record struct Place(WordKey Key, WordLanguages? Languages, int Script, int Start, int End);

    private readonly struct Sink(List<Place> places, MetLanguages languages) : ITokenConsumer
    {
        public bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end)
        {
            var word = buffer.AsSpan(at, length);
            if (word.ContainsAnyInRange((byte)'0', (byte)'9'))
                return;
            var script = Script.Latin;
            if (!char.IsAscii((char)word[0]))
            {
                Rune.DecodeFromUtf8(word, out var first, out _);
                script = Script.Of(first.Value);
            }

            var key = WordKey.Of(buffer, at, length);
            places.Add(new Place(key, languages.Find(in key, buffer, at, length), script, start, end));
        }

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() { }
    }
}
