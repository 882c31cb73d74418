using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>Evidence as a person sees it.</summary>
internal static class SeenEvidence
{
    /// <summary>The words that it points to; null where it is not in the title, a text or a field of the issue or its turns.</summary>
    public static string? WordsOf(Evidence evidence, Issue issue)
    {
        if (evidence.TextIn(issue) is not { } words || evidence.Source is not ("title" or "text"))
            return evidence.TextIn(issue);
        var seen = new SeenText();
        SeenTextReader.Read(seen, evidence.WholeTextIn(issue)!, FormatOf(evidence, issue), int.MaxValue, withUnended: true);
        if (seen.IsSource)
            return words;
        var place = seen.FromSource(new TextRange(evidence.Start, evidence.Length));
        return seen.Text.Slice(place.Start, place.Length).ToString();
    }

    private static TextFormat FormatOf(Evidence evidence, Issue issue)
    {
        if (evidence.Source == "title")
            return TextFormat.Plain;
        return evidence.Turn is { } id ? issue.Turns.First(turn => turn.Id == id).Format : issue.Format;
    }
}
