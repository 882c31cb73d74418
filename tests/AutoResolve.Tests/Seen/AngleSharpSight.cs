using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AutoResolve.Tests.Seen;

/// <summary>What a person sees of HTML by a whole parser: the oracle of the reader.</summary>
internal static class AngleSharpSight
{
    private static readonly HashSet<string> Unseen =
    [
        .. "AREA BASE BASEFONT DATALIST HEAD LINK META NOEMBED NOFRAMES PARAM RP SCRIPT STYLE TEMPLATE TITLE IFRAME".Split(' '),
    ];

    private static readonly HashSet<string> Blocks =
    [
        .. (
            "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION CENTER DETAILS DIALOG DIR DIV DL DD DT FIELDSET FIGCAPTION FIGURE FOOTER FORM "
            + "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI LISTING MAIN MENU NAV OL OPTION OPTGROUP P PLAINTEXT PRE SEARCH SECTION "
            + "SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL XMP BODY HTML"
        ).Split(' '),
    ];

    public static string Read(string html)
    {
        var seen = new StringBuilder();
        Read(new HtmlParser().ParseDocument(html).DocumentElement, seen, hasNoSize: false);
        return seen.ToString();
    }

    private static void Read(INode node, StringBuilder seen, bool hasNoSize)
    {
        if (node is IText text && !hasNoSize)
            seen.Append(text.Data);
        if (node is not IElement element || IsHidden(element))
            return;
        var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (style.Contains("font-size:", StringComparison.OrdinalIgnoreCase))
            hasNoSize =
                style.Contains("font-size:0", StringComparison.OrdinalIgnoreCase) && !style.Contains("0.9", StringComparison.Ordinal);
        var isInline = !Blocks.Contains(element.NodeName);
        seen.Append(isInline ? "" : "\n");
        foreach (var child in element.ChildNodes)
            Read(child, seen, hasNoSize);
        seen.Append(isInline ? "" : "\n");
    }

    private static bool IsHidden(IElement element) =>
        Unseen.Contains(element.NodeName)
        || (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal) is var style
            && (
                // A style that shows it counts for more than the attribute.
                (element.HasAttribute("hidden") && !style.Contains("display:", StringComparison.OrdinalIgnoreCase))
                || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase)
            );
}
