using System.Runtime.InteropServices;

namespace AutoResolve.Words.Denials;

/// <summary>A text as denials read it: which of their words stand where, and what stands between. Used again for text after text.</summary>
/// <remarks>Words are numbered as they stand, with one number more between two parts of a text.</remarks>
internal sealed class DenialText
{
    /// <summary>How far a clause is followed.</summary>
    public const int MaxReach = 14;

    private const int MaxBracketed = 6;

    [ThreadStatic]
    private static WordScanner? _scanner;

    // Hardly any text has shorter words in the mean.
    private const int UnitsPerWord = 4;

    private readonly List<Place> _words = [];

    public int Count => _words.Count;

    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        _words.Clear();
        _words.EnsureCapacity(ranges.Count + (text.Length / UnitsPerWord));
        var sink = new Sink(_words);
        (_scanner ??= new WordScanner()).Scan(text, ranges, ref sink);
        var words = CollectionsMarshal.AsSpan(_words);
        for (var at = 0; at < words.Length; at++)
        {
            ref var word = ref words[at];
            if (word.End < 0)
                continue;
            var next = at + 1 < words.Length ? words[at + 1].Start : -1;

            // Most often a blank, which says nothing.
            if (next == word.End + 1 && text[word.End] == ' ')
                continue;
            word.Gap = next < 0 ? GapReader.AtEnd(text, word.End) : GapReader.Between(text, word.End, next);
        }
    }

    /// <summary>The number of a word; 0 where denials do not know it.</summary>
    public int SymbolAt(int at) => _words[at].Symbol;

    /// <summary>What stands before a word; the end of a sentence before the first.</summary>
    public Gap GapBefore(int at) => at > 0 ? _words[at - 1].Gap : Gap.Sentence;

    public bool HasAny(SymbolSet symbols, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (symbols.Has(_words[at].Symbol))
                return true;
        }

        return false;
    }

    public bool HasOnly(SymbolSet symbols, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!symbols.Has(_words[at].Symbol))
                return false;
        }

        return true;
    }

    /// <summary>Whether one of these follows in the same sentence.</summary>
    public bool HasInSentence(SymbolSet symbols, int from)
    {
        for (var at = from; at < Count && at - from < MaxReach && GapBefore(at) < Gap.Line; at++)
        {
            if (symbols.Has(_words[at].Symbol))
                return true;
        }

        return false;
    }

    public bool IsAsked(int at)
    {
        for (var last = Math.Min(Count, at + MaxReach + MaxReach); at < last; at++)
        {
            if (_words[at].Gap >= Gap.Line)
                return _words[at].Gap == Gap.Question;
        }

        return false;
    }

    // Without punctuation somebody who does something begins another clause, but for what is said, not done: "never said I was out".
    public int EndOfClause(int from, DenialCue? next)
    {
        var words = DenialWords.Instance;
        var at = from;
        for (; at < Count && at - from < MaxReach; at++)
        {
            if (at > 0 && _words[at - 1].Gap >= Gap.Comma)
                break;
            var symbol = _words[at].Symbol;
            if (at > from && (words.Ends.Has(symbol) || (next is not null && EndsBefore(next, symbol))))
                break;
        }

        return at;
    }

    private static bool EndsBefore(DenialCue cue, int symbol) =>
        cue.Until.Has(symbol) || (cue.Reach == DenialReach.Next && DenialWords.Instance.Subjects.Has(symbol) && !cue.Through.Has(symbol));

    /// <summary>Where a cue about trouble goes on: to the end of its clause, over lists and what is put in brackets.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="at">The place behind a word that it reaches, or behind the cue.</param>
    /// <param name="from">The place behind the cue.</param>
    /// <returns>The next place that it reaches; -1 at the end.</returns>
    public int Next(DenialCue cue, int start, int at, int from)
    {
        var gap = GapBefore(at);
        if (gap == Gap.Opening)
        {
            at = Behind(at);
            gap = at < Count && GapBefore(at) == Gap.Closing ? Gap.None : Gap.Sentence;
        }

        var goesOn = gap switch
        {
            Gap.None => true,
            Gap.Comma => at > from && IsList(cue, at),
            Gap.Line or Gap.Colon => at == from && from - start > 1,
            _ => false,
        };
        return goesOn && at < Count && at - from < MaxReach && !Ends(cue, at) ? at : -1;
    }

    public int BeginOfClause(int before, bool isPrevious = false)
    {
        var words = DenialWords.Instance;
        var at = isPrevious ? before - 1 : before;
        for (; at > 0 && before - at < MaxReach; at--)
        {
            if (_words[at - 1].Gap >= Gap.Comma || words.Ends.Has(_words[at - 1].Symbol))
                break;
        }

        return at;
    }

    private bool Ends(DenialCue cue, int at)
    {
        var (words, symbol) = (DenialWords.Instance, _words[at].Symbol);
        if (words.Ends.Has(symbol) || words.Subjects.Has(symbol))
            return true;
        var isOfTrouble =
            words.Trouble.Has(symbol)
            || (words.Wanted.Has(symbol) && IsBehindTrouble(at))
            || (words.Compounds.Has(symbol) && NamesTrouble(at));
        return !isOfTrouble && (words.Works.Has(symbol) || cue.Until.Has(symbol));
    }

    // "No blank page, no wrong address": what is wrong with it says that it is none that people want.
    private bool IsBehindTrouble(int at) => at > 0 && GapBefore(at) == Gap.None && DenialWords.Instance.Trouble.Has(_words[at - 1].Symbol);

    private bool NamesTrouble(int at)
    {
        var words = DenialWords.Instance;
        var last = Math.Min(at + MaxBracketed, Count - 1);
        while (at < last && words.Compounds.Has(_words[at].Symbol) && _words[at].Gap == Gap.None)
            at++;
        return at < Count && words.Trouble.Has(_words[at].Symbol);
    }

    // "No red light, blinking or beeping".
    private bool IsList(DenialCue cue, int from)
    {
        for (var at = from; at < Count && at - from < MaxBracketed && (at == from || GapBefore(at) <= Gap.Comma); at++)
        {
            if (DenialWords.Instance.Or.Has(_words[at].Symbol))
                return true;
            if (Ends(cue, at))
                return false;
        }

        return false;
    }

    private int Behind(int opening)
    {
        var at = opening + 1;
        while (at < Count && at - opening < MaxBracketed && GapBefore(at) < Gap.Closing)
            at++;
        return at;
    }

    /// <param name="Symbol">Its number among the words of denials; 0 where it is none.</param>
    /// <param name="Start">Where it begins in the text; -1 for the end of a part.</param>
    /// <param name="End">Where it ends in the text; -1 for the end of a part.</param>
    /// <param name="Gap">What stands behind it.</param>
    private record struct Place(int Symbol, int Start, int End, Gap Gap);

    private readonly struct Sink(List<Place> words) : ITokenConsumer
    {
        public bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) =>
            words.Add(new Place(DenialWords.Instance.Find(buffer, at, length), start, end, Gap.None));

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() => words.Add(new Place(0, -1, -1, Gap.Sentence));
    }
}
