using System.Text.RegularExpressions;
using AutoResolve.Seen;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Seen;

/// <summary>The reader sees the words that a whole parser sees, and says where they stand.</summary>
public sealed class HtmlReaderProperties
{
    private static readonly Gen<string> Word = Gen.OneOf("kill", "myself", "sign", "in", "error", "42", "können", "登录", "x", "don't");

    private static readonly Gen<string> Space = Gen.OneOf("", "", " ", "\n", "\t", "  ", "\u00A0");

    private static readonly Gen<string> Entity = Gen.OneOf(
        "&nbsp;",
        "&amp;",
        "&lt;b&gt;",
        "&#39;",
        "&#x2019;",
        "&eacute;",
        "&eacute",
        "&Eacutex",
        "&notit;",
        "&bogus;",
        "&",
        "&#",
        "&#x;",
        "&#128;",
        "&#0;",
        "&#xD800;",
        "&#1114112;",
        "&#99999999999;",
        "&NotEqualTilde;",
        "&zwnj;",
        "&shy;",
        "&ampx;",
        "&hellip"
    );

    private static readonly Gen<string> Attribute = Gen.OneOf(
        "",
        "",
        "",
        "",
        " class=error",
        " title=\"error >\"",
        " title='error <b>'",
        " a=b c",
        " /",
        " = x",
        " =error",
        " href = \"x\" hidden",
        " hidden",
        " HIDDEN=''",
        " style=\"display:none\"",
        " style='color:red; DISPLAY : none !important'",
        " style=\"display:block\"",
        " style=\"mso-hide:all\"",
        " style=\"font-size:0px\"",
        " style=\"font-size:0\"",
        " style=\"font-size:0.9em\"",
        " style=\"font-size:12px\"",
        " data-x=\"&quot;\"",
        " type=cite"
    );

    private static readonly Gen<string> Name = Gen.OneOf(
        "p",
        "div",
        "span",
        "b",
        "i",
        "a",
        "font",
        "em",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "blockquote",
        "pre",
        "center",
        "form",
        "section",
        "button",
        "o:p",
        "unknown",
        "SPAN",
        "Div",
        "object"
    );

    private static readonly Gen<string> TableName = Gen.OneOf("table", "tbody", "tr", "td", "caption", "thead", "col");

    private static readonly Gen<string> Table = Gen.OneOf(
        "<table><tr><td>",
        "<table><tbody><tr><th hidden>",
        "<table><caption>error</caption><tr><td>",
        "</td><td>",
        "<td>",
        "<tr><td>",
        "</td></tr><tr><td>",
        "</td></tr></table>",
        "</table>"
    );

    private static readonly Gen<string> Odd = Gen.OneOf(
        "<br>",
        "<BR/>",
        "<hr>",
        "<img alt=error>",
        "<wbr>",
        "<html>",
        "<body class=error>",
        "<head>",
        "</head>",
        "</body>",
        "</html>",
        "</br>",
        "</p>",
        "<",
        "< ",
        "<3",
        "<>",
        "</>",
        "</ x>",
        "<!>",
        "<!-->",
        "<!--->",
        "<!-- error -->",
        "<!-- error --!>",
        "<!-- -- > error -->",
        "<!--[if mso]><p>error</p><![endif]-->",
        "<![if !mso]>",
        "<![endif]>",
        "<!--[if !mso]><!-->",
        "<!--<![endif]-->",
        "<?xml error ?>",
        "<!DOCTYPE html>",
        "<style>.error{}</style>",
        "<STYLE>error</p></style >",
        "<script>if (error < 1) </b>;</script>",
        "<title>error</title>",
        "<textarea>\nerror <b>&amp;</textarea>",
        "<template>error<p>error</template>",
        "<noscript>error</noscript>",
        "<iframe>error</iframe>",
        "<xmp>error<b>&amp;</xmp>"
    );

    private static Gen<string> PieceWith(Gen<string> name) =>
        Gen.Frequency(
            (6, Word),
            (4, Space),
            (2, Entity),
            (5, Gen.Select(name, Attribute).Select((name, attribute) => $"<{name}{attribute}>")),
            (5, name.Select(name => $"</{name}>")),
            (2, Odd),
            (1, Gen.Select(name, Attribute).Select((name, attribute) => $"<{name}{attribute}")),
            (1, Gen.OneOf("<style>", "<!--", "<title>", "<textarea>", "<plaintext>", "</title>", "-->", "\"", "'", ">"))
        );

    private static readonly Gen<string> Html = HtmlOf(Gen.Frequency((8, PieceWith(Name)), (1, Table)));

    private static readonly Gen<string> HtmlWithTables = HtmlOf(PieceWith(Gen.OneOf(Name.Where(name => name != "pre"), TableName)));

    [Fact]
    public void Read_AnyMarkup_SeesTheWordsThatAParserSees() =>
        Html.Sample(
            html =>
            {
                if (!IsLeftOut(html))
                    Assert.Equal(WordsOf(AngleSharpSight.Read(html)).Order(), WordsOf(Read(html).ToString()).Order());
            },
            iter: 20_000
        );

    // What stands in a table and in no cell, a parser moves before the table; then words may join others.
    [Fact]
    public void Read_AnyTables_SeesTheLettersThatAParserSees() =>
        HtmlWithTables.Sample(
            html =>
            {
                if (!IsLeftOut(html))
                    Assert.Equal(LettersOf(AngleSharpSight.Read(html)), LettersOf(Read(html).ToString()));
            },
            iter: 20_000
        );

    [Fact]
    public void ToSource_AnyWord_StandsInTheSource() =>
        Html.Sample(
            html =>
            {
                var seen = Read(html);
                foreach (var word in Tokenizer.Read(seen.ToString()))
                {
                    var place = seen.ToSource(new TextRange(word.Start, word.Length));
                    Assert.InRange(place.Start, 0, html.Length - place.Length);
                    if (place.Length == word.Length)
                        Assert.Equal(seen.Text.Slice(word.Start, word.Length), html.AsSpan(place.Start, place.Length));
                    Assert.True(place.Length > 0);
                }

                Assert.All(seen.Quotes, quote => Assert.InRange(quote.End, quote.Start, seen.Length));
                Assert.All(seen.Quotes.Zip(seen.Quotes.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            },
            iter: 5_000
        );

    // Formatting elements that blocks end are opened again in what follows, hidden ones too; the reader shows what follows. Where such an
    // element is ended around a block, a parser moves the block out of what is hidden between them. And what stands in a table and in no
    // cell has the size of the table's letters for the reader.
    private static bool IsLeftOut(string html) =>
        Regex.IsMatch(
            html,
            "<(b|i|a|font|em|button)\\b.{0,300}(hidden|none|mso-hide|font-size)",
            RegexOptions.IgnoreCase | RegexOptions.Singleline
        )
        || (
            Regex.IsMatch(html, "</(b|i|a|font|em)[ />]|<a[ />]", RegexOptions.IgnoreCase)
            && Regex.IsMatch(
                html,
                "<(span|unknown|o:p|object)\\b.{0,300}(hidden|none|mso-hide|font-size)",
                RegexOptions.IgnoreCase | RegexOptions.Singleline
            )
        )
        || Regex.IsMatch(html, "<(table|tbody|thead|tr)\\b.{0,300}font-size", RegexOptions.IgnoreCase | RegexOptions.Singleline);

    private static string LettersOf(string text) => string.Concat(string.Concat(WordsOf(text)).Order());

    private static Gen<string> HtmlOf(Gen<string> piece) =>
        piece.Array[0, 30].Select(parts => "<!doctype html><body>" + string.Concat(parts));

    private static SeenText Read(string html)
    {
        var seen = new SeenText();
        SeenTextReader.Read(seen, html, TextFormat.Html, int.MaxValue);
        return seen;
    }

    private static IEnumerable<string> WordsOf(string text) => Tokenizer.Read(text).Select(word => word.Folded);
}
