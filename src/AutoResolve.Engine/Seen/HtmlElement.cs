using System.Collections.Frozen;

namespace AutoResolve.Seen;

/// <summary>An element of HTML: its name, as a number, and what it is.</summary>
/// <param name="Name">The same for the same name, in any case.</param>
/// <param name="Traits">What it is.</param>
internal readonly record struct HtmlElement(uint Name, HtmlTraits Traits)
{
    private const int MaxNameLength = 16;

    private const HtmlTraits Block = HtmlTraits.Block | HtmlTraits.Special;
    private const HtmlTraits Section = Block | HtmlTraits.EndsParagraph;
    private const HtmlTraits Gone = HtmlTraits.Hidden | HtmlTraits.Special;
    private const HtmlTraits Empty = HtmlTraits.Void | HtmlTraits.Special;
    private const HtmlTraits Row = HtmlTraits.Block | HtmlTraits.Special | HtmlTraits.TablePart;
    private const HtmlTraits Cell = HtmlTraits.Cell | HtmlTraits.Value | HtmlTraits.Special | HtmlTraits.TablePart | HtmlTraits.Scope;

    // The rules by which elements end are those of the HTML standard, 13.2.6.
    private static readonly (string Names, HtmlTraits Traits)[] Table =
    [
        (
            "address article aside blockquote details dialog dir dl fieldset figcaption figure footer form header hgroup main "
                + "menu nav ol search section summary ul table p",
            Section
        ),
        ("center div", Section | HtmlTraits.Line),
        ("h1 h2 h3 h4 h5 h6", Section | HtmlTraits.Heading),
        ("pre listing", Section | HtmlTraits.Preserves),
        ("li", Section | HtmlTraits.Item),
        ("dd dt", Section | HtmlTraits.Item | HtmlTraits.Value),
        ("legend", HtmlTraits.Block),
        ("option optgroup", HtmlTraits.Block | HtmlTraits.Item),
        ("tr", Row),
        ("tbody thead tfoot", Row | HtmlTraits.RowGroup),
        ("caption", Row | HtmlTraits.Scope),
        ("td th", Cell),
        ("col colgroup", Empty | HtmlTraits.TablePart),
        ("br", Empty),
        ("hr", Empty | HtmlTraits.Block | HtmlTraits.EndsParagraph),
        ("area base basefont bgsound embed img input keygen link meta param source track wbr", Empty),
        ("a b big code em font i nobr s small strike strong tt u", HtmlTraits.Formatting),
        ("applet marquee object", HtmlTraits.Special | HtmlTraits.Scope),
        ("button select", HtmlTraits.Special),
        ("html head body frameset frame", HtmlTraits.Ignored | HtmlTraits.Special),
        ("style iframe noembed noframes script", Gone | HtmlTraits.RawText),
        ("xmp", Section | HtmlTraits.RawText | HtmlTraits.Preserves),
        ("plaintext", Section | HtmlTraits.Preserves),
        ("title", Gone | HtmlTraits.EscapedText),
        ("textarea", HtmlTraits.Special | HtmlTraits.EscapedText | HtmlTraits.Preserves),
        ("template", Gone | HtmlTraits.Scope),
        ("datalist rp", HtmlTraits.Hidden),
        (
            "abbr acronym audio bdi bdo canvas cite data del dfn ins kbd label map mark math meter noscript output picture progress q "
                + "rb rt rtc ruby samp slot span sub sup svg time var video",
            HtmlTraits.None
        ),
    ];

    private static readonly FrozenDictionary<string, HtmlElement> ByName = Table
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Traits)))
        .Select((entry, place) => KeyValuePair.Create(entry.name, new HtmlElement((uint)place + 1, entry.Traits | HtmlTraits.Known)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static readonly HtmlElement A = ByName["a"];
    public static readonly HtmlElement Address = ByName["address"];
    public static readonly HtmlElement Blockquote = ByName["blockquote"];
    public static readonly HtmlElement Br = ByName["br"];
    public static readonly HtmlElement Button = ByName["button"];
    public static readonly HtmlElement Dd = ByName["dd"];
    public static readonly HtmlElement Div = ByName["div"];
    public static readonly HtmlElement Dt = ByName["dt"];
    public static readonly HtmlElement Form = ByName["form"];
    public static readonly HtmlElement Li = ByName["li"];
    public static readonly HtmlElement Ol = ByName["ol"];
    public static readonly HtmlElement P = ByName["p"];
    public static readonly HtmlElement PlainText = ByName["plaintext"];
    public static readonly HtmlElement Table_ = ByName["table"];
    public static readonly HtmlElement Tbody = ByName["tbody"];
    public static readonly HtmlElement Template = ByName["template"];
    public static readonly HtmlElement Tr = ByName["tr"];
    public static readonly HtmlElement Ul = ByName["ul"];

    /// <summary>How many elements are known.</summary>
    public static int KnownCount => ByName.Count;

    public static HtmlElement Of(ReadOnlySpan<char> name) =>
        name.Length <= MaxNameLength && BySpan.TryGetValue(name, out var known)
            ? known
            : new HtmlElement((uint)string.GetHashCode(name, StringComparison.OrdinalIgnoreCase) | 0x8000_0000, HtmlTraits.None);

    public bool Is(HtmlTraits traits) => (Traits & traits) != 0;
}
