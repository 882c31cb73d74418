using AutoResolve.Seen.Disguises;
using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>Makes of texts what a person sees of them.</summary>
internal static class SeenTextReader
{
    // Of HTML most is markup, which is read fast; but not without end.
    private const int MarkupPerCharacter = 10;

    [ThreadStatic]
    private static HtmlReader? _html;

    /// <summary>Reads a text.</summary>
    /// <param name="seen">Takes what is seen.</param>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="maxLength">The most UTF-16 units that are read of what is seen.</param>
    /// <param name="withUnended">
    /// Whether to read, below what is seen, what is not since a comment, a tag or an element that hides it never ends. Default: no.
    /// </param>
    public static void Read(SeenText seen, string text, TextFormat format, int maxLength, bool withUnended = false)
    {
        var maxSource = (int)Math.Min(int.MaxValue, (long)maxLength * MarkupPerCharacter);
        var source = TextLimit.Cut(text, maxSource);
        seen.Begin(source, source.Length < text.Length);
        if (Remains.RepairQuotedPrintable(seen))
            seen.Remains |= UndecodedRemains.QuotedPrintable;
        if (Remains.RepairMojibake(seen))
            seen.Remains |= UndecodedRemains.Mojibake;
        if (format == TextFormat.Html || (format == TextFormat.Unknown && HtmlDetector.IsHtml(seen.Text)))
        {
            var step = seen.NextStep();
            var html = _html ??= new HtmlReader();
            var unended = html.Read(seen.Text, step, seen.NewQuotes());
            if (unended >= 0 && !seen.Text[unended..].IsWhiteSpace())
            {
                seen.Unended = seen.ToSource(new TextRange(unended, seen.Length - unended));
                if (withUnended)
                    html.ReadRest(seen.Text, unended, step, seen.NewQuotes());
            }

            seen.Add();
        }
        else if (Remains.RepairEntities(seen))
        {
            seen.Remains |= UndecodedRemains.Entities;
        }

        seen.Cut(maxLength);
    }

    /// <summary>Reads a text as only guards do: with what never ends, and disguised words as they are meant.</summary>
    public static void ReadForGuards(SeenText seen, string text, TextFormat format, int maxLength)
    {
        Read(seen, text, format, maxLength, withUnended: true);
        DisguisedText.Undo(seen);
    }

    /// <summary>Whether guards read more of a text than others: what never ends, or disguised words.</summary>
    public static bool HasMoreForGuards(SeenText seen) => seen.Unended is not null || DisguisedText.IsIn(seen.Text);
}
