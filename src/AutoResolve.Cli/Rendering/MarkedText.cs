using System.Text;
using AutoResolve.Cli.Hosting;
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
        foreach (var (source, text) in Sources(issue, evidence))
        {
            var spans = Merge(evidence.Where(piece => piece.Source == source), text.Length);
            var label = source is "text" or "title" ? source : source["field:".Length..];
            screen.Markup($"  [grey]{Markup.Escape(Printable.Line(label))}:[/] {Mark(text, spans, screen.Marks).Replace("\n", "\n    ", StringComparison.Ordinal)}");
        }
    }

    private static IEnumerable<(string Source, string Text)> Sources(Issue issue, IReadOnlyList<Evidence> evidence)
    {
        if (issue.Title is { } title)
            yield return ("title", title);
        yield return ("text", issue.Text);
        foreach (var (name, value) in issue.Fields)
        {
            var source = evidence.Select(piece => piece.Source).FirstOrDefault(source => source.Equals("field:" + name, StringComparison.OrdinalIgnoreCase));
            if (source is not null)
                yield return (source, value);
        }
    }

    private static List<(int Start, int End)> Merge(IEnumerable<Evidence> evidence, int length)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var piece in evidence.Where(piece => piece.Length > 0 && piece.Start >= 0 && piece.Start + piece.Length <= length).OrderBy(piece => piece.Start))
        {
            var end = piece.Start + piece.Length;
            if (merged is [.., var last] && piece.Start <= last.End)
                merged[^1] = (last.Start, Math.Max(last.End, end));
            else
                merged.Add((piece.Start, end));
        }

        return merged;
    }

    private static string Mark(string text, List<(int Start, int End)> spans, Marks marks)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var (start, end) in spans)
        {
            AppendGap(result, text, position, start, position > 0, marks);
            result.Append("[bold yellow]").Append(marks.Open).Append(Escape(text[start..end])).Append(marks.Close).Append("[/]");
            position = end;
        }

        AppendGap(result, text, position, text.Length, position > 0, marks);
        return result.ToString();
    }

    private static void AppendGap(StringBuilder result, string text, int start, int end, bool afterMark, Marks marks)
    {
        if (text.Length <= WholeLength || end - start <= 2 * Around)
        {
            result.Append(Escape(text[start..end]));
            return;
        }

        var isLast = end == text.Length;
        if (afterMark)
            result.Append(Escape(text[start..(start + Around)]));
        result.Append(' ').Append(marks.Ellipsis).Append(' ');
        if (!isLast)
            result.Append(Escape(text[(end - Around)..end]));
        else if (!afterMark)
            result.Insert(0, Escape(text[..WholeLength]));
    }

    private static string Escape(string text) => Markup.Escape(Printable.Block(text));
}
