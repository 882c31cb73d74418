using System.Runtime.InteropServices;

namespace AutoResolve.Words.Denials;

/// <summary>Which words of one text are denied, over, solved or only supposed. Used again for text after text.</summary>
/// <remarks>It is linear in the text: a cue reaches some clauses at most, and each of them has a bounded length.</remarks>
internal sealed class DenialMap
{
    private const int MaxTold = 2 * DenialText.MaxReach;

    // Only while a text is read; what is known of it then takes less memory.
    [ThreadStatic]
    private static DenialText? _textOfThread;

    private readonly List<Denied> _any = [];

    // Empty where nothing is denied of trouble alone, and which words speak of trouble is not asked.
    private readonly List<Denied> _trouble = [];
    private readonly List<bool> _isTrouble = [];
    private DenialText _text = null!;
    private int _turnedUntil;

    /// <summary>Reads a text.</summary>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        _text = _textOfThread ??= new DenialText();
        _text.Read(text, ranges);
        _turnedUntil = 0;
        Clear(_any);
        _trouble.Clear();
        _isTrouble.Clear();
        for (var at = 0; at < _text.Count; at++)
        {
            foreach (var cue in DenialWords.Instance.CuesAt(_text.SymbolAt(at)))
            {
                if (CueReader.Find(_text, cue, at) is { } found)
                    Apply(cue, found.Start.Value, found.End.Value);
            }
        }

        for (var at = 0; at < _trouble.Count; at++)
            _isTrouble.Add(DenialWords.Instance.Trouble.Has(_text.SymbolAt(at)));
        _text = null!;
    }

    /// <summary>Why what stands there does not count; null where it does.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The place after the last.</param>
    public DenialReason? ReasonOf(int start, int end)
    {
        if (end <= _any[start].End)
            return _any[start].Reason;
        return _trouble.Count > 0 && end <= _trouble[start].End && _isTrouble.IndexOf(true, start, end - start) >= 0
            ? _trouble[start].Reason
            : null;
    }

    private List<Denied> OfTrouble
    {
        get
        {
            if (_trouble.Count == 0)
                Clear(_trouble);
            return _trouble;
        }
    }

    private void Clear(List<Denied> denied)
    {
        CollectionsMarshal.SetCount(denied, _text.Count);
        CollectionsMarshal.AsSpan(denied).Clear();
    }

    private void Apply(DenialCue cue, int start, int end)
    {
        if (start < _turnedUntil && cue.Reason != DenialReason.Supposed)
        {
            if (cue.Reason != DenialReason.Denied && cue.Reach == DenialReach.Before)
                Clear(_text.BeginOfClause(start), start);
            return;
        }

        switch (cue.Reach)
        {
            case DenialReach.Next:
                MarkNext(cue, end);
                break;
            case DenialReach.Clause when cue.Of == DenialMatter.Trouble:
                MarkTrouble(cue, start, end);
                break;
            case DenialReach.Clause:
                MarkClause(cue, end);
                break;
            case DenialReach.Label:
                Mark(_text.BeginOfClause(start, isPrevious: true), start, cue.Reason);
                break;
            case DenialReach.Told:
                MarkTold(start, cue.Reason);
                break;
            case DenialReach.Back:
                TakeBack(start, evenDenied: cue.Turns);
                break;
            default:
                MarkBefore(cue, start, end);
                break;
        }
    }

    // "No error, code or message": what begins behind "or" is denied as well.
    private void MarkNext(DenialCue cue, int from)
    {
        var end = _text.EndOfClause(from, cue);
        for (var at = from; at < end; at++)
        {
            if (at > from && !DenialWords.Instance.Or.Has(_text.SymbolAt(at - 1)))
                continue;
            var last = Math.Min(CueReader.PassThrough(_text, cue, at), end - 1);
            for (var place = at; place <= last; place++)
                MarkOne(cue.Of == DenialMatter.Trouble ? OfTrouble : _any, place, end, cue.Reason);
        }
    }

    // What denies in a clause that is denied affirms: "not that I cannot sign in" denies "cannot sign in", but not "sign in".
    private void MarkClause(DenialCue cue, int from)
    {
        var end = _text.EndOfClause(from, cue);
        var last = from;
        while (cue.Turns && last < end && !DenialWords.Instance.Negators.Has(_text.SymbolAt(last)))
            last++;
        Mark(from, cue.Turns ? Math.Min(last + 1, end) : end, end, cue.Reason);
        if (cue.Turns)
            _turnedUntil = end;
    }

    private void MarkTrouble(DenialCue cue, int start, int from)
    {
        var end = from;
        for (var at = from; (at = _text.Next(cue, start, at, from)) >= 0; )
            end = ++at;
        for (var at = from; (at = _text.Next(cue, start, at, from)) >= 0; at++)
            MarkOne(OfTrouble, at, end, cue.Reason);
    }

    // "It was gone but came back" tells of now what stands behind.
    private void MarkBefore(DenialCue cue, int before, int end)
    {
        var first = _text.BeginOfClause(before);
        Mark(first, before, cue.Reason);
        if (first == 0 || !_text.HasOnly(DenialWords.Instance.Refers, first, before) || GoesOn(end))
            return;
        var previous = first - 1;
        if (DenialWords.Instance.Ends.Has(_text.SymbolAt(previous)) && _text.GapBefore(first) == Gap.None)
            previous--;
        if (previous >= 0 && _text.GapBefore(previous + 1) != Gap.Question)
            Mark(_text.BeginOfClause(previous + 1, isPrevious: true), previous + 1, cue.Reason);
    }

    // What its own sentence says of it tells more.
    private void MarkTold(int before, DenialReason reason)
    {
        for (var place = Math.Max(0, before - MaxTold); place < before; place++)
        {
            var known = _any[place];
            _any[place] = new Denied(Math.Max(known.End, before), known.End > 0 ? known.Reason : reason);
        }
    }

    // Whether the same sentence takes it back.
    private bool GoesOn(int end) => _text.HasInSentence(DenialWords.Instance.TurnsBack, end);

    private void TakeBack(int before, bool evenDenied)
    {
        for (var place = Math.Max(0, before - MaxTold); place < before; place++)
        {
            if (evenDenied || _any[place].Reason is DenialReason.Over or DenialReason.Solved)
                Clear(place, place + 1);
        }
    }

    private void Clear(int first, int end)
    {
        for (var place = first; place < end; place++)
        {
            _any[place] = default;
            if (_trouble.Count > 0)
                _trouble[place] = default;
        }
    }

    private void Mark(int first, int end, DenialReason reason) => Mark(first, end, end, reason);

    private void Mark(int first, int last, int end, DenialReason reason)
    {
        for (var place = first; place < last; place++)
            MarkOne(_any, place, end, reason);
    }

    private static void MarkOne(List<Denied> denied, int place, int end, DenialReason reason)
    {
        var known = denied[place];
        if (known.End < end || (known.End == end && known.Reason < reason))
            denied[place] = new Denied(end, reason);
    }

    /// <param name="End">What begins here and ends no later is denied.</param>
    /// <param name="Reason">Why.</param>
    private readonly record struct Denied(int End, DenialReason Reason);
}
