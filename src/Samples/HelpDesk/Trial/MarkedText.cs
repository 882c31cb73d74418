using AutoResolve;

namespace HelpDesk.Trial;

/// <summary>A text in pieces, of which some are the words by which a rule holds.</summary>
internal static class MarkedText
{
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(string text, IEnumerable<Evidence> evidence)
    {
        var spans = evidence
            .Where(one => one is { Source: "text", Turn: null, Length: > 0 })
            .OrderBy(one => one.Start)
            .Select(one => (one.Start, End: one.Start + one.Length));
        List<(string, bool)> pieces = [];
        var done = 0;
        foreach (var (start, end) in Joined(spans))
        {
            if (start > done)
                pieces.Add((text[done..start], false));
            pieces.Add((text[start..end], true));
            done = end;
        }

        if (done < text.Length)
            pieces.Add((text[done..], false));
        return pieces;
    }

    // Conditions may hold by the same words.
    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> spans)
    {
        List<(int Start, int End)> joined = [];
        foreach (var span in spans)
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else
                joined.Add(span);
        }

        return joined;
    }
}
