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
        if (spans.Count == 0)
            return text.Length <= WholeLength ? Escape(text) : Escape(text[..WholeLength]) + marks.Ellipsis;
        var result = new StringBuilder();
        var position = 0;
        foreach (var (start, end) in spans)
        {
            result.Append(Gap(text, position, start, marks));
            result.Append("[bold yellow]").Append(marks.Open).Append(Escape(text[start..end])).Append(marks.Close).Append("[/]");
            position = end;
        }

        return result.Append(Gap(text, position, text.Length, marks)).ToString();
    }

    private static string Gap(string text, int start, int end, Marks marks)
    {
        if (text.Length <= WholeLength || end - start <= 2 * Around)
            return Escape(text[start..end]);
        var after = start == 0 ? "" : text[start..(start + Around)];
        var before = end == text.Length ? "" : text[(end - Around)..end];
        return $"{Escape(after)} {marks.Ellipsis} {Escape(before)}";
    }

    private static string Escape(string text) => Markup.Escape(Printable.Block(text));
}
