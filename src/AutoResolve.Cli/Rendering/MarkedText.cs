using System.Text;
using AutoResolve.Cli.Running;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>The issue with the pieces marked that made a rule hold.</summary>
internal static class MarkedText
{
    // Of a long text only what stands around the marks is of interest.
    private const int WholeLength = 4000;
    private const int Around = 120;

    public static void Write(Issue issue, IReadOnlyList<Evidence> evidence, Screen screen)
    {
        foreach (var (source, turn, seen) in Sources(issue, evidence))
        {
            var text = seen.IsSource ? seen.Text : seen.Text.TrimEnd();
            var pieces = evidence
                .Where(piece => piece.Source == source && piece.Turn == turn && piece.Start >= 0 && piece.Length > 0)
                .Select(piece => InSight(piece, seen));
            var spans = Merge(pieces, text.Length);
            var name = source is "text" or "title" ? source : source["field:".Length..];
            var label = turn is null ? name : $"{name} of {turn}";
            screen.Markup(
                $"  [grey]{Markup.Escape(SafeText.Line(label))}:[/] "
                    + $"{Mark(text, spans, screen.Marks).Replace("\n", "\n    ", StringComparison.Ordinal)}"
            );
        }
    }

    private static Evidence InSight(Evidence piece, TextAsSeen text)
    {
        var (start, length) = text.Find(piece.Start, piece.Length);
        return piece with { Start = start, Length = length };
    }

    private static IEnumerable<(string Source, string? Turn, TextAsSeen Text)> Sources(Issue issue, IReadOnlyList<Evidence> evidence)
    {
        if (issue.Title is { } title)
            yield return ("title", null, TextAsSeen.Of(title, TextFormat.Plain));
        yield return ("text", null, TextAsSeen.Of(issue.Text, issue.Format));
        foreach (var source in Fields(issue.Fields, turn: null, evidence))
            yield return source;
        foreach (var turn in issue.Turns)
        {
            if (turn.Text.Length > 0)
                yield return ("text", turn.Id, TextAsSeen.Of(turn.Text, turn.Format));
            foreach (var source in Fields(turn.Fields, turn.Id, evidence))
                yield return source;
        }
    }

    private static IEnumerable<(string Source, string? Turn, TextAsSeen Text)> Fields(
        IReadOnlyDictionary<string, string> fields,
        string? turn,
        IReadOnlyList<Evidence> evidence
    ) =>
        from field in fields
        let piece = evidence.FirstOrDefault(piece =>
            piece.Turn == turn && piece.Source.Equals("field:" + field.Key, StringComparison.OrdinalIgnoreCase)
        )
        where piece is not null
        select (piece.Source, turn, TextAsSeen.OfValue(field.Value));

    private static List<Marked> Merge(IEnumerable<Evidence> evidence, int length)
    {
        var merged = new List<Marked>();
        foreach (
            var piece in evidence.Where(piece => piece.Length > 0 && piece.Start + piece.Length <= length).OrderBy(piece => piece.Start)
        )
        {
            var end = piece.Start + piece.Length;
            if (merged is [.., var last] && piece.Start <= last.End)
                merged[^1] = new Marked(last.Start, Math.Max(last.End, end), last.ReadAs ?? piece.ReadAs);
            else
                merged.Add(new Marked(piece.Start, end, piece.ReadAs));
        }

        return merged;
    }

    private static string Mark(string text, List<Marked> spans, Symbols marks)
    {
        if (spans.Count == 0)
            return text.Length <= WholeLength ? Escape(text) : Escape(text[..WholeLength]) + marks.Ellipsis;
        var result = new StringBuilder();
        var position = 0;
        foreach (var (start, end, readAs) in spans)
        {
            result.Append(Gap(text, position, start, marks));
            result.Append("[bold yellow]").Append(marks.Open).Append(Escape(text[start..end])).Append(marks.Close).Append("[/]");
            if (readAs is not null)
                result.Append(" [grey](read as ").Append(Escape(readAs)).Append(")[/]");
            position = end;
        }

        return result.Append(Gap(text, position, text.Length, marks)).ToString();
    }

    private static string Gap(string text, int start, int end, Symbols marks)
    {
        if (text.Length <= WholeLength || end - start <= 2 * Around)
            return Escape(text[start..end]);
        var after = start == 0 ? "" : text[start..(start + Around)];
        var before = end == text.Length ? "" : text[(end - Around)..end];
        return $"{Escape(after)} {marks.Ellipsis} {Escape(before)}";
    }

    private static string Escape(string text) => Markup.Escape(SafeText.Block(text));

    private sealed record Marked(int Start, int End, string? ReadAs);
}
