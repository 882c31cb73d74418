using System.Buffers;

namespace AutoResolve.Seen;

/// <summary>Whether a text of which nobody has said it is certainly HTML; <see cref="TextFormat.Unknown"/> says when it is.</summary>
internal static class HtmlDetector
{
    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<body"];

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n\f/><");

    public static bool IsHtml(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('<');
        if (first < 0)
            return false;
        return BeginsSo(text[first..]) && text[..first].Trim('\uFEFF').IsWhiteSpace() || HasOnlyTagsOfHtml(text[first..]);
    }

    private static bool BeginsSo(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (
                text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
                && text.Length > beginning.Length
                && (text[beginning.Length] == '>' || char.IsWhiteSpace(text[beginning.Length]))
            )
                return true;
        }

        return false;
    }

    // One is closed, or is a line break, and none is of another kind.
    private static bool HasOnlyTagsOfHtml(ReadOnlySpan<char> text)
    {
        Span<bool> opened = stackalloc bool[HtmlElement.KnownCount + 1];
        opened.Clear();
        var isCertain = false;
        while (true)
        {
            var next = text.IndexOf('<');
            if (next < 0)
                return isCertain;
            text = text[(next + 1)..];
            var isEnd = text.StartsWith("/");
            var name = NameOf(isEnd ? text[1..] : text);
            if (name.IsEmpty)
                continue;
            var element = HtmlElement.Of(name);
            if (!IsTag(text[(name.Length + (isEnd ? 1 : 0))..]) || (!element.Is(HtmlTraits.Known) && !IsOfWord(name)))
                return false;
            if (element == HtmlElement.Br)
                isCertain = true;
            if (!element.Is(HtmlTraits.Known))
                continue;
            if (isEnd)
                isCertain |= opened[(int)element.Name];
            else
                opened[(int)element.Name] = true;
        }
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return [];
        var length = text.IndexOfAny(EndsName);
        return length < 0 ? text : text[..length];
    }

    private static bool IsTag(ReadOnlySpan<char> behind) => behind.IndexOfAny('<', '>') is var end and >= 0 && behind[end] == '>';

    // Microsoft Word writes <o:p>, <v:shape>, <st1:place>.
    private static bool IsOfWord(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon is > 0 and <= 3
            && (colon == 1 || char.IsAsciiDigit(name[colon - 1]))
            && colon + 1 < name.Length
            && name[(colon + 1)..].IndexOfAnyExceptInRange('!', '~') < 0;
    }
}
