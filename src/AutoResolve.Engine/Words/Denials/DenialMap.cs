using System.Runtime.InteropServices;

namespace AutoResolve.Words.Denials;

/// <summary>Which words of one text are denied, over, solved or only supposed. Used again for text after text.</summary>
/// <remarks>
/// Words are numbered as they stand, with one number more between two parts of a text. It is linear in the text: a cue reaches
/// <see cref="MaxReach"/> words at most.
/// </remarks>
internal sealed class DenialMap
{
    private const int MaxReach = 14;
    private const int MaxThrough = 5;

    [ThreadStatic]
    private static WordScanner? _scanner;

    private readonly List<Place> _words = [];
    private readonly List<Denied> _denied = [];

    /// <summary>Reads a text.</summary>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        _words.Clear();
        _denied.Clear();
        var sink = new Sink(_words);
        (_scanner ??= new WordScanner()).Scan(text, ranges, ref sink);
        ReadGaps(text, CollectionsMarshal.AsSpan(_words));
        CollectionsMarshal.SetCount(_denied, _words.Count);
        CollectionsMarshal.AsSpan(_denied).Clear();
        for (var at = 0; at < _words.Count; at++)
        {
            foreach (var cue in DenialWords.Instance.CuesAt(_words[at].Symbol))
                Try(cue, at);
        }
    }

    /// <summary>Why what stands there does not count; null where it does.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The place after the last.</param>
    public DenialReason? ReasonOf(int start, int end) => end <= _denied[start].End ? _denied[start].Reason : null;

    private static void ReadGaps(ReadOnlySpan<char> text, Span<Place> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            ref var word = ref words[at];
            if (word.End < 0)
                continue;
            var next = at + 1 < words.Length ? words[at + 1].Start : -1;
            word.Gap = next < 0 ? GapReader.AtEnd(text, word.End) : GapReader.Between(text, word.End, next);
        }
    }

    private void Try(DenialCue cue, int trigger)
    {
        if (Begin(cue, trigger) is not { } start || EndOf(cue, start) is not { } end || !IsMeant(cue, start, end))
            return;
        switch (cue.Reach)
        {
            case DenialReach.Next:
                MarkNext(cue, end);
                break;
            case DenialReach.Clause:
                Mark(end, EndOfClause(end, null), cue.Reason);
                break;
            default:
                MarkBefore(cue, start, end);
                break;
        }
    }

    // What stands before the trigger is looked for from there back.
    private int? Begin(DenialCue cue, int trigger)
    {
        var at = trigger;
        for (var part = cue.Trigger - 1; part >= 0; part--)
        {
            var word = cue.Says[part];
            var found = 0;
            while (found < word.Max && at > 0 && _words[at - 1].Gap == Gap.None && word.Words.Has(_words[at - 1].Symbol))
                (at, found) = (at - 1, found + 1);
            if (found < word.Min)
                return null;
        }

        return at;
    }

    private int? EndOf(DenialCue cue, int start)
    {
        var at = start;
        foreach (var word in cue.Says)
        {
            var found = 0;
            while (found < word.Max && GoesOnAt(at, start) && word.Words.Has(_words[at].Symbol))
                (at, found) = (at + 1, found + 1);
            if (found < word.Min)
                return null;
        }

        return at;
    }

    private bool GoesOnAt(int at, int start) => at < _words.Count && (at == start || _words[at - 1].Gap == Gap.None);

    private bool IsMeant(DenialCue cue, int start, int end)
    {
        if (start > 0 && _words[start - 1].Gap == Gap.None && cue.NotAfter.Has(_words[start - 1].Symbol))
            return false;
        var next = PassThrough(cue, end);
        for (var at = end; at <= next && at < _words.Count && _words[at - 1].Gap == Gap.None; at++)
        {
            if (cue.NotBefore.Has(_words[at].Symbol))
                return false;
        }

        for (var at = start - 1; at >= 0 && start - at <= MaxReach && _words[at].Gap < Gap.Comma; at--)
        {
            if (cue.NotIn.Has(_words[at].Symbol))
                return false;
            if (DenialWords.Instance.Ends.Has(_words[at].Symbol))
                break;
        }

        if (cue.NotAsked && IsAsked(end - 1))
            return false;
        return cue.Needs is not { } needed
            || (cue.Reach < DenialReach.Before ? HasAny(needed, end, EndOfClause(end, null)) : HasAny(needed, BeginOfClause(start), start));
    }

    private bool HasAny(SymbolSet symbols, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (symbols.Has(_words[at].Symbol))
                return true;
        }

        return false;
    }

    private bool IsAsked(int at)
    {
        for (var last = Math.Min(_words.Count, at + MaxReach); at < last; at++)
        {
            if (_words[at].Gap >= Gap.Sentence)
                return _words[at].Gap == Gap.Question;
        }

        return false;
    }

    private int PassThrough(DenialCue cue, int at)
    {
        for (var last = at + MaxThrough; at < last && at < _words.Count && _words[at - 1].Gap == Gap.None; at++)
        {
            if (!cue.Through.Has(_words[at].Symbol))
                break;
        }

        return at;
    }

    // "No error, code or message": what begins behind "or" is denied as well.
    private void MarkNext(DenialCue cue, int from)
    {
        var end = EndOfClause(from, cue);
        for (var at = from; at < end; at++)
        {
            if (at > from && !DenialWords.Instance.Or.Has(_words[at - 1].Symbol))
                continue;
            var last = Math.Min(PassThrough(cue, at), end - 1);
            for (var place = at; place <= last; place++)
                MarkOne(place, end, cue.Reason);
        }
    }

    // "It was gone but came back" tells of now what stands behind.
    private void MarkBefore(DenialCue cue, int before, int end)
    {
        var first = BeginOfClause(before);
        Mark(first, before, cue.Reason);
        if (first == 0 || !OnlyRefers(first, before) || GoesOn(end))
            return;
        var previous = first - 1;
        if (DenialWords.Instance.Ends.Has(_words[previous].Symbol) && _words[previous].Gap == Gap.None)
            previous--;
        if (previous >= 0 && _words[previous].Gap != Gap.Question)
            Mark(BeginOfClause(previous + 1, isPrevious: true), previous + 1, cue.Reason);
    }

    private bool OnlyRefers(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!DenialWords.Instance.Refers.Has(_words[at].Symbol))
                return false;
        }

        return true;
    }

    // Whether the same sentence takes it back.
    private bool GoesOn(int at)
    {
        for (var last = Math.Min(_words.Count, at + MaxReach); at < last && _words[at - 1].Gap < Gap.Sentence; at++)
        {
            if (DenialWords.Instance.TurnsBack.Has(_words[at].Symbol))
                return true;
        }

        return false;
    }

    private void Mark(int first, int end, DenialReason reason)
    {
        for (var place = first; place < end; place++)
            MarkOne(place, end, reason);
    }

    private void MarkOne(int place, int end, DenialReason reason)
    {
        var known = _denied[place];
        if (known.End < end || (known.End == end && known.Reason < reason))
            _denied[place] = new Denied(end, reason);
    }

    // Without punctuation somebody who does something begins another clause, but for what is said, not done: "never said I was out".
    private int EndOfClause(int from, DenialCue? next)
    {
        var words = DenialWords.Instance;
        var at = from;
        for (; at < _words.Count && at - from < MaxReach; at++)
        {
            if (at > 0 && _words[at - 1].Gap >= Gap.Comma)
                break;
            var symbol = _words[at].Symbol;
            if (at > from && (words.Ends.Has(symbol) || (next is not null && words.Subjects.Has(symbol) && !next.Through.Has(symbol))))
                break;
        }

        return at;
    }

    private int BeginOfClause(int before, bool isPrevious = false)
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

    /// <param name="Symbol">Its number among the words of denials; 0 where it is none.</param>
    /// <param name="Start">Where it begins in the text; -1 for the end of a part.</param>
    /// <param name="End">Where it ends in the text; -1 for the end of a part.</param>
    /// <param name="Gap">What stands behind it.</param>
    private record struct Place(int Symbol, int Start, int End, Gap Gap);

    /// <param name="End">What begins here and ends no later is denied.</param>
    /// <param name="Reason">Why.</param>
    private readonly record struct Denied(int End, DenialReason Reason);

    private readonly struct Sink(List<Place> words) : ITokenConsumer
    {
        public bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) =>
            words.Add(new Place(DenialWords.Instance.Find(buffer.AsSpan(at, length)), start, end, Gap.None));

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() => words.Add(new Place(0, -1, -1, Gap.Sentence));
    }
}
