using CsCheck;

namespace AutoResolve.Tests.Matching.Properties;

/// <summary>Random texts and conditions over few words, so that they meet.</summary>
internal static class Arbitrary
{
    public static readonly Gen<string> Word = Gen.OneOf(
        "sign",
        "in",
        "signed",
        "out",
        "uploads",
        "upload",
        "can't",
        "sesión",
        "ID.me",
        "café",
        "Straße",
        "error",
        "002",
        "claims",
        "and",
        "登录",
        "lost"
    );

    public static readonly Gen<string[]> Words = Word.Array[0, 12];

    // Anything between words that separates them; the line breaks begin no quote or signature.
    public static readonly Gen<string> Separator = Gen.OneOf(
        " ",
        "  ",
        "\n",
        "\t",
        ", ",
        ". ",
        " - ",
        "-",
        "_",
        "/",
        "… ",
        " (",
        ") ",
        " “",
        "” ",
        "!? ",
        "\u00A0",
        " \u2014 ",
        "🙂"
    );

    /// <summary>Characters that nobody sees.</summary>
    public static readonly Gen<string> Invisible = Gen.OneOf(
        "\u200B",
        "\u200D",
        "\u00AD",
        "\u2060",
        "\uFEFF",
        "\u202E",
        "\u2066",
        "\uFE0F",
        "\u180E"
    );

    /// <summary>Any text at all: letters, signs, line ends, mail phrases, marks, bidirectional controls, lone surrogates.</summary>
    public static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 60],
        Gen.OneOf(
                Word,
                Separator,
                Invisible,
                Gen.Char.Select(character => character.ToString()),
                Gen.OneOf(
                    "\uD83D",
                    "\uDE00",
                    "\u0301",
                    "\r\n",
                    "\n> ",
                    "\n-- \n",
                    "\nOn x wrote:\n",
                    "\nFrom: a\nSent: b\nTo: c\n",
                    "\nSent from my iPhone",
                    "ﷺ",
                    "\0"
                )
            )
            .Array[0, 40]
            .Select(string.Concat)
    );

    public static readonly Gen<string> Condition = Gen.Recursive<string>(
        (depth, inner) => depth > 3 ? Leaf : Gen.Frequency((3, Leaf), (2, Group(inner)))
    );

    private static Gen<string> Leaf =>
        Gen.OneOf(
            Phrase.Array[1, 3].Select(phrases => $$"""{ "anyOf": [{{List(phrases)}}] }"""),
            Phrase.Array[1, 3].Select(phrases => $$"""{ "allOf": [{{List(phrases)}}] }"""),
            Gen.Select(Phrase.Array[2, 3], Gen.Int[1, 6])
                .Select((phrases, within) => $$"""{ "near": [{{List(phrases)}}], "within": {{within}} }"""),
            Phrase.Select(phrase => $$"""{ "anyOf": [{{List([phrase])}}], "in": "title" }"""),
            Word.Select(word => $$"""{ "contains": [{{List([word])}}], "in": "everything" }"""),
            Gen.OneOf("""{ "regex": "sign\\w*\\s+\\w+" }""", """{ "regex": "\\d+" }"""),
            Gen.OneOf(
                """{ "field": "code", "equals": "002" }""",
                """{ "field": "code", "exists": false }""",
                """{ "field": "code", "atLeast": 2, "anyOf": ["002"] }"""
            ),
            Gen.OneOf("""{ "fact": "incident", "equals": "7" }""", """{ "fact": "load", "exists": true }"""),
            Gen.Const("""{ "use": "named" }"""),
            Gen.Const("""{ "expression": "issue.Text.Length > 10" }""")
        );

    private static Gen<string> Phrase =>
        Gen.OneOf(
            Word,
            Gen.Select(Word, Word).Select((one, other) => $"{one} {other}"),
            Gen.OneOf("=sign", "sign*", "up* in", "@out", "@out and", "was @out")
        );

    /// <summary>The names that conditions use.</summary>
    public const string Set = """
         "lists": { "out": ["signed out", "@lost", "out"], "lost": ["lost", "lost claim"] },
         "conditions": { "named": { "any": [ { "anyOf": ["upload"] }, { "fact": "load", "equals": "1" } ] } },
         "facts": { "incident": "x", "load": "x" },
        """;

    private static Gen<string> Group(Gen<string> inner) =>
        Gen.Select(Gen.OneOf("all", "any", "none"), inner.Array[1, 3], Gen.Bool, inner.Array[1, 2])
            .Select(
                (key, conditions, two, others) =>
                    two && key != "none"
                        ? $$"""{ "{{key}}": [{{string.Join(',', conditions)}}], "none": [{{string.Join(',', others)}}] }"""
                        : $$"""{ "{{key}}": [{{string.Join(',', conditions)}}] }"""
            );

    private static string List(IEnumerable<string> texts) =>
        string.Join(',', texts.Select(text => Newtonsoft.Json.JsonConvert.ToString(text)));
}
