using System.Text;
using AutoResolve.Intake.Issues;
using MimeKit.Text;

namespace AutoResolve.Intake.Mails;

/// <summary>What a part of a mail says, so that two can be compared: its words, each alone and with the one before.</summary>
internal sealed class SaidWords
{
    // What tears no word apart.
    private static readonly HashSet<HtmlTagId> Inline =
    [
        HtmlTagId.A,
        HtmlTagId.Abbr,
        HtmlTagId.B,
        HtmlTagId.Code,
        HtmlTagId.EM,
        HtmlTagId.Font,
        HtmlTagId.I,
        HtmlTagId.Mark,
        HtmlTagId.S,
        HtmlTagId.Small,
        HtmlTagId.Span,
        HtmlTagId.Strong,
        HtmlTagId.U,
    ];

    private readonly HashSet<(int Before, int Word)> _words = [];
    private int _before;

    /// <param name="parts">What is shown, with how it is written.</param>
    public static SaidWords Of(IEnumerable<(string Text, TextFormat Format)> parts)
    {
        var words = new SaidWords();
        foreach (var (text, format) in parts)
        {
            var bounded = text.AsSpan(0, Math.Min(text.Length, IssueFile.MaxLength));
            words.Add(format == TextFormat.Html ? Shown(bounded) : bounded);
        }

        return words;
    }

    /// <summary>Whether all that the other says is said here.</summary>
    public bool Covers(SaidWords other) => other._words.IsSubsetOf(_words);

    // An address says nothing, and only one of two parts writes it out.
    private void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var start = text.IndexOfAnyExcept(" \t\r\n\u00A0");
            if (start < 0)
                return;
            text = text[start..];
            var end = text.IndexOfAny(" \t\r\n\u00A0");
            var chunk = end < 0 ? text : text[..end];
            text = text[chunk.Length..];
            if (!chunk.Contains("://", StringComparison.Ordinal) && !chunk.Contains("mailto:", StringComparison.OrdinalIgnoreCase))
                AddWords(chunk);
        }
    }

    private void AddWords(ReadOnlySpan<char> chunk)
    {
        for (var place = 0; place < chunk.Length; place++)
        {
            var start = place;
            while (place < chunk.Length && char.IsLetterOrDigit(chunk[place]))
                place++;
            if (place == start)
                continue;
            var word = string.GetHashCode(chunk[start..place], StringComparison.OrdinalIgnoreCase);
            _words.Add((0, word));
            _words.Add((_before, word));
            _before = word;
        }
    }

    private static string Shown(ReadOnlySpan<char> html)
    {
        var shown = new StringBuilder(html.Length);
        var tokens = new HtmlTokenizer(new StringReader(html.ToString()));
        var isShown = true;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.Script } unseen)
                isShown = unseen.IsEndTag || unseen.IsEmptyElement;
            else if (token.Kind == HtmlTokenKind.Data && isShown)
                shown.Append(((HtmlDataToken)token).Data);
            else if (token is HtmlTagToken tag && !Inline.Contains(tag.Id))
                shown.Append(' ');
        }

        return shown.ToString();
    }
}
