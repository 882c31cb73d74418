using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>Evidence as a person sees it.</summary>
internal static class SeenEvidence
{
    [ThreadStatic]
    private static SeenText? _seen;

    /// <summary>The words that it points to; null where it is not in the title, a text or a field of the issue or its turns.</summary>
    public static string? WordsOf(Evidence evidence, Issue issue)
    {
        if (evidence.Source is not ("title" or "text") || evidence.WholeTextIn(issue) is not { } whole || !IsIn(whole, evidence))
            return evidence.TextIn(issue);
        var seen = _seen ?? new SeenText();
        _seen = null;
        SeenTextReader.Read(seen, whole, FormatOf(evidence, issue), int.MaxValue, withUnended: true);
        var place = new TextRange(evidence.Start, evidence.Length);
        if (!seen.IsSource)
            place = seen.FromSource(place);
        var words = SentenceEnds.WithoutParts(seen.Text.Slice(place.Start, place.Length).ToString());
        seen.Clear();
        _seen = seen;
        return words;
    }

    private static bool IsIn(string whole, Evidence evidence) => evidence.Start >= 0 && evidence.Start + evidence.Length <= whole.Length;

    private static TextFormat FormatOf(Evidence evidence, Issue issue)
    {
        if (evidence.Source == "title")
            return TextFormat.Plain;
        return evidence.Turn is { } id ? issue.Turns.First(turn => turn.Id == id).Format : issue.Format;
    }
}
