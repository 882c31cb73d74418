namespace AutoResolve.Words.Denials;

/// <summary>Tells where in a text a cue stands, and whether it is meant there.</summary>
internal static class CueReader
{
    private const int MaxThrough = 5;

    /// <summary>The words of a cue whose rarest word stands there; null where they do not, or are none of it.</summary>
    public static Range? Find(DenialText text, DenialCue cue, int trigger) =>
        Begin(text, cue, trigger) is { } start && EndOf(text, cue, start) is { } end && IsMeant(text, cue, start, end) ? start..end : null;

    /// <summary>The place behind what may stand between a cue and what it is about.</summary>
    public static int PassThrough(DenialText text, DenialCue cue, int at)
    {
        for (var last = at + MaxThrough; at < last && at < text.Count && text.GapBefore(at) == Gap.None; at++)
        {
            if (!cue.Through.Has(text.SymbolAt(at)))
                break;
        }

        return at;
    }

    // What stands before the trigger is looked for from there back.
    private static int? Begin(DenialText text, DenialCue cue, int trigger)
    {
        var at = trigger;
        for (var part = cue.Trigger - 1; part >= 0; part--)
        {
            var word = cue.Says[part];
            var found = 0;
            while (found < word.Max && at > 0 && text.GapBefore(at) == Gap.None && word.Words.Has(text.SymbolAt(at - 1)))
                (at, found) = (at - 1, found + 1);
            if (found < word.Min)
                return null;
        }

        return at;
    }

    private static int? EndOf(DenialText text, DenialCue cue, int start)
    {
        var at = start;
        foreach (var word in cue.Says)
        {
            var found = 0;
            while (found < word.Max && GoesOnAt(text, at, start) && word.Words.Has(text.SymbolAt(at)))
                (at, found) = (at + 1, found + 1);
            if (found < word.Min)
                return null;
        }

        return at;
    }

    private static bool GoesOnAt(DenialText text, int at, int start) => at < text.Count && (at == start || text.GapBefore(at) == Gap.None);

    private static bool IsMeant(DenialText text, DenialCue cue, int start, int end) =>
        !(start > 0 && text.GapBefore(start) == Gap.None && cue.NotAfter.Has(text.SymbolAt(start - 1)))
        && !IsBefore(text, cue, end)
        && !IsIn(text, cue, start)
        && !(cue.NotAsked && text.IsAsked(end - 1))
        && !(cue.Asked && !text.IsAsked(end - 1))
        && !(cue.AtEnd && text.GapBefore(end) == Gap.None)
        && !text.HasInSentence(cue.NotWith, end)
        && HasWhatItNeeds(text, cue, start, end)
        && (cue.Reach != DenialReach.Label || IsValue(text, start, end));

    private static bool IsBefore(DenialText text, DenialCue cue, int end)
    {
        var next = PassThrough(text, cue, end);
        for (var at = end; at <= next && at < text.Count && text.GapBefore(at) == Gap.None; at++)
        {
            if (cue.NotBefore.Has(text.SymbolAt(at)))
                return true;
        }

        return false;
    }

    private static bool IsIn(DenialText text, DenialCue cue, int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= DenialText.MaxReach && text.GapBefore(at + 1) < Gap.Comma; at--)
        {
            if (cue.NotIn.Has(text.SymbolAt(at)))
                return true;
            if (DenialWords.Instance.Ends.Has(text.SymbolAt(at)))
                break;
        }

        return false;
    }

    private static bool HasWhatItNeeds(DenialText text, DenialCue cue, int start, int end) =>
        cue.Needs is not { } needed
        || (
            cue.Reach < DenialReach.Before
                ? text.HasAny(needed, end, text.EndOfClause(end, null))
                : text.HasAny(needed, text.BeginOfClause(start, isPrevious: cue.Reach == DenialReach.Label), start)
        );

    // A value stands alone behind its name.
    private static bool IsValue(DenialText text, int start, int end) =>
        start > 0 && text.GapBefore(start) is Gap.Colon or Gap.Question && text.GapBefore(end) >= Gap.Comma;
}
