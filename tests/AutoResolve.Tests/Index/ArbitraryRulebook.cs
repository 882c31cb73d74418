using AutoResolve.Tests.Matching.Properties;
using AutoResolve.Tests.Words;
using CsCheck;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Index;

/// <summary>
/// Random rulebooks with every kind of condition and scope, and issues made of their words and of what is nearly these words.
/// </summary>
internal static class ArbitraryRulebook
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("abcdefghi", 40));

    private static readonly Gen<string> Word = Gen.OneOf(
        "a",
        "x",
        "7",
        "error",
        "errors",
        "sign",
        "signing",
        "upload",
        "uploaded",
        "locked",
        "blocked",
        "hurt",
        "suicidal",
        "authentication",
        "reauthenticationerrors",
        "can't",
        "cannot",
        "is",
        "am",
        "broke",
        "broken",
        "ninechars",
        Long[..33],
        Long[..300],
        "sesión",
        "Straße",
        "ΟΔΟΣ",
        "вход",
        "登录",
        "パスワード",
        "ＡＢＣ",
        "e\u0301tat",
        "état",
        "ID.me",
        "o'clock",
        "002",
        "error_42",
        "VA-10",
        "کد",
        "bloqueado",
        "ผ่าน"
    );

    private static readonly Gen<string> Weights = Gen.Select(Gen.Int[1, 900], Gen.Int[1, 900], Gen.Bool)
        .Select((one, other, isFirst) => $"{(isFirst ? 1 : 2)}:{one} 3:-{other}");

    // Of their words, and of words that no text has.
    private static readonly Gen<string> Classifier = Gen.Select(
            Gen.Select(
                Gen.Frequency((4, Word), (1, Gen.OneOf("nowhere", "signed", "not", "out"))).Array[1, 2],
                Gen.Int[1, 90],
                Weights
            ).Array[4, 30],
            Gen.Int[-200, 200]
        )
        .Select(
            (words, bias) =>
                $$"""
                    "classifiers": { "subjects": { "labels": { "one": {{bias}}, "sign-in/loop": 0, "other": 90 }, "words": [{{List(
                        words
                            .Select(word => (Feature: TextFeatures.Of(string.Join(' ', word.Item1)).Last(), word.Item2, word.Item3))
                            .DistinctBy(word => word.Feature)
                            .Select(word => $"{word.Feature} {word.Item2} {word.Item3}")
                    )}}] } },
                    """
        );

    private static readonly Gen<string> Phrase = Gen.Frequency(
        (6, Word),
        (4, Gen.Select(Word, Word).Select((one, other) => $"{one} {other}")),
        (1, Word.Array[3, 4].Select(words => string.Join(' ', words))),
        (
            2,
            Gen.OneOf(
                "=sign",
                "=uploaded",
                "=hurt @out",
                "@out locked",
                "up*",
                "err* in",
                "in err*",
                "sign*",
                "@out",
                "@out error",
                "is @out",
                "@many",
                "@out @out x",
                "@nested",
                "@spanish",
                "@spanish error",
                "@german",
                "@german @many",
                "@others",
                "@further",
                "@portuguese x",
                "@denied",
                "x @denied",
                "=a",
                "не* вход",
                "abcdefghiabcdefghi*",
                "sign in",
                "log in",
                "can not",
                "is error",
                "c#",
                "A+",
                "-7",
                "£7",
                "100 %",
                "7 percent",
                "5 mb",
                "I'll",
                "IT",
                "error 7",
                "1,000",
                "code & error",
                "claim no.",
                "error. sign",
                "@signs",
                "x @signs",
                "error code 1,007",
                "error7",
                "7",
                "7 x",
                "minus 7",
                "twenty-seven x",
                "27",
                "£7 x",
                "7am",
                "7 watt",
                "half x",
                "c plus plus",
                "upload error",
                "cancel error",
                "cancel my error",
                "error cancellation",
                "connection error"
            )
        )
    );

    private static readonly Gen<string> Contained = Gen.OneOf(
        "rror",
        "error",
        " error ",
        "e",
        "?",
        "can't",
        "or 4",
        "upload failed",
        "ID.me",
        "état",
        "登",
        "\u212A",
        "sign\n",
        "error sign",
        "x  x",
        "sign\nin",
        "_42",
        "x y",
        "VA-1",
        "ERROR: sign in now",
        "ß",
        "(",
        "rr",
        "ploade",
        "uploaded",
        "authentication",
        "nticationer",
        "or_42 VA",
        "gning error",
        Long[..33],
        Long[5..40]
    );

    private static readonly Gen<string> Pattern = Gen.OneOf(
        @"\berror\b",
        @"error\s+\d+",
        @"err(or|ors)?\b",
        @"\bsign(ed|ing)?[ -]?in\b",
        @"(upload|error)\w*",
        @"\d{3}",
        @"^a\b",
        @"x$",
        @"(?i:id)\.me",
        @"[ux]pload",
        @"k",
        @"(?m)^sign",
        @"can.?t",
        @"\b7\b|\bx\b",
        @"o'clock",
        @"(a|b)*c",
        @"\Aerror",
        @"érr?",
        @"error_\d\d",
        @"(error){2}",
        @"\bup\B",
        @"s\s*i",
        @"error.+sign",
        @"(?m)x$|^[a-z]+ sign",
        @"\berror(?:s|ed|ing)?\s+(?:\w+\s+){0,3}sign\b",
        @"\b(?:error|upload|x)\s+(?:sign|7)\b",
        @"\berror\b.{0,10}\bsign\b",
        @"\bVA[- ]?(?:v|version)?\s?\d{1,3}\b",
        @"\b(?:error|code|err)[ :#-]{1,3}\d{1,3}\b",
        @"(?:-\w+)*sign",
        @"uploade?d?(?:\s+\w+)*?\s+x",
        @"(?:\W\w+)+ sign",
        @"(?:sign|log)(?:ed|ged)?[ -]?(?:in|out)\b",
        @"e(?:rror)?\b(?:.*\b7)?"
    );

    private static readonly Gen<string> FieldTest = Gen.OneOf(
        """ "equals": "002" """,
        """ "equals": "VA-10" """,
        """ "in": ["a", "x ", "Error"] """,
        """ "contains": "rror" """,
        """ "contains": ["7", "sign in"] """,
        """ "startsWith": "err" """,
        """ "endsWith": "10" """,
        """ "matches": "^\\d+$" """,
        """ "exists": true """,
        """ "exists": false """,
        """ "atLeast": 2 """,
        """ "atMost": 7 """,
        """ "before": "2026-11-01" """,
        """ "anyOf": ["error", "up* x"] """,
        """ "allOf": ["sign", "@out"] """,
        """ "near": ["error", "7"], "within": 2 """,
        """ "regex": "err|\\bx\\b" """,
        """ "equals": "002", "anyOf": ["002"] """
    );

    private static readonly Gen<string> Field = Gen.OneOf(
        "code",
        "Notes",
        "channel",
        "title",
        "text",
        "locale",
        "id",
        "receivedAt",
        "product"
    );

    private static readonly Gen<string> In = Gen.OneOf(
        "",
        "",
        "",
        """, "in": "title" """,
        """, "in": "text" """,
        """, "in": "everything" """
    );

    // With and without strings that a text must have.
    private static readonly Gen<string> Expression = Gen.OneOf(
        "issue.Text.Contains(\"error\")",
        "issue.Text.Contains(\"rror\", StringComparison.OrdinalIgnoreCase)",
        "issue.Text.ToLowerInvariant().Contains(\"état\")",
        "issue.Text.StartsWith(\"sign\") || issue.Text.EndsWith(\"7\")",
        "issue.Text.Contains(\"upload\") && issue.Text.Length > 20",
        "!issue.Text.Contains(\"a\")",
        "issue.Text.Length > 30",
        "issue.Text.Contains(\"broken\") || issue.Text.Contains(\"can't\")",
        "issue.Field(\"code\") == \"002\"",
        "issue.Has(\"notes\") && issue.Text.Contains(\"ID.me\")",
        "issue.Text.Contains(\"\")",
        "issue.Text.Contains(\"x\") ? issue.Text.Contains(\"error\") : issue.Text.Contains(\"7\")",
        "issue.Text.IndexOf(\"sign\", StringComparison.OrdinalIgnoreCase) >= 0",
        "issue.Title == \"error\""
    );

    private static readonly Gen<string> Options = Gen.Select(
            Gen.OneOf("", "", "", """, "typos": false """, """, "denied": true """, """, "acrossSentences": true """),
            Gen.Frequency((3, Gen.Const("")), (1, Phrase.Array[1, 2].Select(phrases => $$""", "except": [{{List(phrases)}}]""")))
        )
        .Select((options, except) => options + except);

    private static readonly Gen<string> Window = Gen.OneOf("", "", """, "window": 8""", """, "window": 9""", """, "window": 25""");

    private static readonly Gen<string> Label = Gen.OneOf("one", "sign-in/loop", "other");

    private static readonly Gen<string> Leaf = Gen.Frequency(
        (
            6,
            Gen.Select(Phrase.Array[1, 6], In, Options)
                .Select((phrases, part, options) => $$"""{ "anyOf": [{{List(phrases)}}]{{part}}{{options}} }""")
        ),
        (
            4,
            Gen.Select(Phrase.Array[1, 3], In, Options)
                .Select((phrases, part, options) => $$"""{ "allOf": [{{List(phrases)}}]{{part}}{{options}} }""")
        ),
        (
            3,
            Gen.Select(Phrase.Array[2, 3], Gen.Int[1, 8], In, Options)
                .Select(
                    (phrases, within, part, options) => $$"""{ "near": [{{List(phrases)}}], "within": {{within}}{{part}}{{options}} }"""
                )
        ),
        (
            3,
            Gen.Select(Phrase.Array[1, 5], Phrase.Array[1, 3], Gen.Int[1, 8], In, Options)
                .Select(
                    (strong, weak, needed, part, options) =>
                        $$"""{ "points": { "3": [{{List(strong)}}], "1": [{{List(weak)}}], "-2": [{{List(strong[..1])}}] }, """
                        + $"\"needed\": {Math.Min(needed, (3 * strong.Length) + weak.Length)}{part}{options} }}"
                )
        ),
        (
            3,
            Gen.Select(Gen.OneOf("readsLike", "readsUnlike"), Label.Array[1, 2], Gen.OneOf(10, 40, 60, 90, 99), Window, In)
                .Select(
                    (key, labels, sure, window, part) =>
                        $$"""{ "{{key}}": [{{List(labels)}}], "by": "subjects", "sure": {{sure}}{{window}}{{part}} }"""
                )
        ),
        (3, Gen.Select(Contained.Array[1, 2], In).Select((strings, part) => $$"""{ "contains": [{{List(strings)}}]{{part}} }""")),
        (3, Gen.Select(Pattern, In).Select((pattern, part) => $$"""{ "regex": {{JsonConvert.ToString(pattern)}}{{part}} }""")),
        (3, Gen.Select(Field, FieldTest).Select((field, test) => $$"""{ "field": "{{field}}", {{test}} }""")),
        (
            1,
            Gen.OneOf(
                """{ "fact": "incident", "equals": "7" }""",
                """{ "fact": "load", "exists": true }""",
                """{ "fact": "load", "anyOf": ["error"] }"""
            )
        ),
        (1, Expression.Select(expression => $$"""{ "expression": {{JsonConvert.ToString(expression)}} }""")),
        (2, Gen.OneOf("""{ "use": "named" }""", """{ "use": "wide" }"""))
    );

    private static readonly Gen<string> Condition = Gen.Recursive<string>(
        (depth, inner) => depth > 2 ? Leaf : Gen.Frequency((5, Leaf), (2, Group(inner)))
    );

    private static readonly Gen<string> Parts = Gen.Select(Condition.Array[1, 3], Condition.Array[0, 2], Condition.Array[0, 2])
        .Select((all, any, none) => $"{{ \"all\": [{string.Join(',', all)}]{Part("any", any)}{Part("none", none)} }}");

    private static readonly Gen<string> Scope = Gen.Frequency(
        (4, Gen.Const("")),
        (
            1,
            Gen.OneOf(
                    """{ "channel": ["phone"] }""",
                    """{ "channel": ["Web", "phone"], "product": ["va.gov"] }""",
                    """{ "locale": ["en"] }""",
                    """{ "locale": ["en-US", "es"] }""",
                    """{ "tenant": ["one"] }"""
                )
                .Select(scope => $"\"scope\": {scope},")
        ),
        (1, Gen.Int[0, 12].Select(tenant => $$""" "scope": { "tenant": ["tenant{{tenant}}"], "locale": ["{{(char)('a' + tenant)}}x"] },"""))
    );

    private static readonly Gen<string> Language = Gen.Frequency(
        (9, Gen.Const("")),
        (
            3,
            Gen.OneOf(
                """ "language": "es", """,
                """ "language": "de-AT", """,
                """ "language": "en", """,
                """ "language": "vi", """,
                """ "language": "ru", """
            )
        )
    );

    // What takes away all rules of the set.
    private static readonly Gen<string> NoneOfSet = Gen.Frequency(
        (9, Gen.Const("")),
        (1, Condition.Array[1, 2].Select(conditions => $"\"none\": [{string.Join(',', conditions)}],"))
    );

    private static readonly Gen<string> Row = Gen.Select(Phrase.Array[0, 3], Gen.Frequency((2, Gen.Const("")), (1, Condition)))
        .Select((phrases, more) => $"\"words\": [{List(phrases)}]{(more.Length > 0 ? $", \"more\": {more}" : "")}");

    // A rule for each row.
    private static readonly Gen<string> Table = Gen.Frequency(
        (3, Gen.Const("")),
        (
            1,
            Gen.Select(Row.Array[1, 5], Condition, Condition.Array[1, 3])
                .Select(
                    (rows, when, all) =>
                        $$"""
                            , {
                              "id": "t<id>", "title": "T", "type": "a/b", "status": "active",
                              "when": { "all": [{{string.Join(',', all)}}], "any": [ { "anyOf": ["<words?>"] }, {{when}}, "<more?>" ] },
                              "then": { "outcome": "route", "team": "t<id>" },
                              "rows": [{{string.Join(',', rows.Select((row, number) => $$"""{ "id": {{number}}, {{row}} }"""))}}]
                            }
                            """
                )
        )
    );

    private static readonly Gen<string> Status = Gen.OneOf("active", "active", "shadow", "draft", "suggest");

    // What parts a mail into what all read, what only guards read, and what nobody reads.
    private static readonly Gen<string> MailLine = Gen.OneOf(
        "\nOn Mon, Nov 2, 2026 at 9:00 Desk <d@x.example> wrote:\n",
        "\nOn Mon, Nov 2, 2026 at 9:00 Desk <d@x.example> wrote:\n> ",
        "\nFrom: Desk <d@x.example>\nSent: Monday\nTo: me\nSubject: RE: error\n\n",
        "\nFrom: Desk <d@x.example>\nSent: Monday\nTo: me\nSubject: error\n\n",
        "\n---------- Forwarded message ---------\n",
        "\nSent from my iPhone\n",
        "\n\nThis message is confidential. ",
        "\n>\n> "
    );

    private static readonly Gen<string> Separator = Gen.Frequency(
        (8, Gen.Const(" ")),
        (2, Arbitrary.Separator),
        (1, Arbitrary.Invisible),
        (2, Gen.OneOf(", ", ". ", "? ", "; ", "\n", "\nA ", " - ", ": ", " (", ".", ".X", "\n- ", "\n1. ")),
        (1, Gen.OneOf(" \n", "\r\n ", "\n\n", " and this is how a mail program wraps what is long enough for it\r\n")),
        (1, Gen.OneOf("", "'", "’", "\u0301", "\uD83D", "\n> ", "\n-- \n", "\nOn x wrote:\n> ", "\r\n", "\u212A", "\u0131", "_")),
        (1, MailLine)
    );

    // What denies the words around it, or ends what is denied.
    private static readonly Gen<string> Denial = Gen.OneOf(
        "not",
        "no",
        "isn't a",
        "do not have",
        "never",
        "without any",
        "or",
        "and",
        "but",
        "i",
        "no longer",
        "used to",
        "is gone",
        "was fixed",
        "fixed the",
        "went away",
        "if it were",
        "in case",
        "what if",
        "ya no",
        "sin",
        "quedó resuelto",
        "por si",
        "please ignore"
    );

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Word),
        (
            2,
            Gen.OneOf(
                "signed out",
                "kicked",
                "out",
                "one",
                "two",
                "many words here",
                "in",
                "err7",
                "errors",
                "uploads",
                "uploading",
                "can’t",
                "cant",
                "code 9",
                "error 123",
                "signin",
                "sign-in",
                "the sign in the",
                "my sign",
                "in the",
                "not",
                "logged",
                "bloquearon",
                "reclamaciones",
                "Girokonto",
                "Bankkonten gesperrt",
                "Rentenantrag",
                "Kontosperre",
                "chiuso",
                "2 lettere",
                "chevaux",
                "mdp",
                "cancelamento",
                "2 opções",
                "abierta",
                "gelöscht",
                "ฉันลืมรหัสผ่าน"
            )
        ),
        (
            2,
            Gen.OneOf(
                "c#",
                "C #",
                "c",
                "A+",
                "-7",
                "£7",
                "7",
                "7%",
                "7 percent",
                "2.5",
                "5mb",
                "5 MB",
                "ill",
                "I’ll",
                "it",
                "IT",
                "error7",
                "error code 7",
                "1,000",
                "1000",
                "1,000,000",
                "$7",
                "7 dollars",
                "twenty-seven",
                "27 x",
                "error code 1,007",
                "error no. 1007",
                "minus 7",
                " -7 x",
                "7:00 a.m.",
                "7W",
                "1/2 x",
                "C plus plus",
                "cancellation of my error",
                "error cancellation",
                "canceled errors",
                "errors connecting",
                "l'annulation",
                "d’accès",
                "dell'error",
                "ventisette x",
                "no.",
                "Dr."
            )
        ),
        (2, Denial),
        (1, Contained),
        (1, Gen.Select(Word, Gen.Int[0, 8]).Select((word, at) => word.Remove(Math.Min(at, word.Length - 1), 1))),
        (2, Typos.In(Word)),
        (1, Typos.In(Typos.In(Word))),
        (1, Typos.In(Gen.OneOf("signed", "kicked", "logged", "lockd", "words", "uploading")))
    );

    private static readonly Gen<string> PlainText = Gen.Select(Gen.Select(Piece, Separator).Array[0, 14], Gen.Int[0, 3])
        .Select(
            (parts, form) =>
            {
                var text = string.Concat(parts.Select(part => part.Item1 + part.Item2));
                return form switch
                {
                    0 => text.ToUpperInvariant(),
                    1 => text.ToLowerInvariant(),
                    _ => text,
                };
            }
        );

    // Words in, between and beside tags, so that what is seen has other places than the source.
    private static readonly Gen<string> Markup = Gen.OneOf(
        "<b>",
        "</b>",
        "<p class=\"error\">",
        "</p>",
        "<br>",
        "&nbsp;",
        "&#39;",
        "&eacute;",
        "<!-- error sign -->",
        "<div style=\"display:none\">sign</div>",
        "<blockquote type=cite>lost",
        "</blockquote>",
        "<td>",
        "<li>",
        "<h2>",
        "<p class=MsoNormal>",
        "<div>",
        "<",
        "\n"
    );

    private static readonly Gen<string> Html = Gen.Select(Piece, Markup)
        .Array[0, 14]
        .Select(parts => "<html>" + string.Concat(parts.Select(part => part.Item1 + part.Item2)));

    private static readonly Gen<string> Text = Gen.Frequency((4, PlainText), (1, Html));

    public const string Names = """
         "lists": { "out": ["signed out", "@lost", "out", "kicked"],
           "lost": { "phrases": ["lost", "error sign", "x x", "blocked"], "typos": false },
           "denied": { "phrases": ["error", "x x"], "denied": true },
           "signs": { "phrases": ["c#", "A+", "7 %", "can't sign", "error sign x"], "acrossSentences": true },
           "many": ["one", "two", "three four", "many words here", "not", "logged"],
           "spanish": { "phrases": ["bloquear", "abierto @many", "reclamación"], "language": "es" },
           "german": { "phrases": ["Konto", "Antrag @many", "sperren", "Konto sperren"], "language": "de", "compounds": true },
           "others": { "phrases": ["chiudere", "due lettere", "error", "27 x"], "language": "it", "typos": false },
           "further": { "phrases": ["mot de passe", "cheval", "annulation", "accès x", "@others", "@portuguese"], "language": "fr" },
           "portuguese": { "phrases": ["cancelar", "duas opções"], "language": "pt", "compounds": true },
           "nested": ["@out", "@many error", "a", "@spanish x"] },
         "conditions": {
           "named": { "any": [ { "anyOf": ["upload", "x"] }, { "fact": "load", "equals": "1" } ] },
           "wide": { "all": [ { "anyOf": ["error", "sign", "a", "7", "@out", "cannot", "вход"] } ],
           "none": [ { "anyOf": ["broken"] } ] } },
         "facts": { "incident": "x", "load": "x" },
        """;

    // What is asked only of rules that match: whether steps were tried, and a question is answered.
    private static readonly Gen<string> Then = Gen.Frequency(
        (3, Gen.Const("")),
        (
            1,
            Gen.Select(Condition, Gen.Bool)
                .Select(
                    (tried, asks) =>
                        $$"""
                            , "steps": [{ "id": "first", "say": { "en": "x" } },
                              { "id": "second", "say": { "en": "y" }, "triedWhen": {{tried}} }]{{(
                                asks ? """, "ask": ["open", "known"] """ : ""
                            )}}
                            """
                )
        )
    );

    /// <summary>A rule file of up to 20 rules.</summary>
    public static readonly Gen<string> RuleFile = FileOf(Condition);

    /// <summary>A rule file of up to 20 rules, most of them of several parts.</summary>
    public static readonly Gen<string> RuleFileOfParts = FileOf(Gen.Frequency((1, Condition), (4, Parts)));

    /// <summary>A rule file of up to 20 guards.</summary>
    public static readonly Gen<string> GuardFile = Gen.Select(Condition.Array[1, 20], Language, NoneOfSet, Classifier)
        .Select(
            (guards, language, none, classifier) =>
                $$"""
                {
                  "set": "g", "title": "G", "owner": "o", "guard": true, {{language}} {{none}} {{Names}} {{classifier}}
                  "rules": [{{string.Join(
                    ',',
                    guards.Select((when, number) => Rule(number, when, "", "active", "", "g", "\"outcome\": \"escalate\""))
                )}}]
                }
                """
        );

    private static Gen<string> FileOf(Gen<string> when) =>
        Gen.Select(Gen.Select(when, Scope, Status, Then).Array[1, 20], Condition, Language, NoneOfSet, Table, Classifier)
            .Select(
                (rules, answered, language, none, table, classifier) =>
                    $$"""
                        {
                          "set": "s", "title": "S", "owner": "o", {{language}} {{none}} {{Names}} {{classifier}}
                          "questions": { "open": { "say": { "en": "?" } },
                            "known": { "say": { "en": "?" }, "answeredWhen": {{answered}} } },
                          "rules": [{{string.Join(
                            ',',
                            rules.Select((rule, number) => Rule(number, rule.Item1, rule.Item2, rule.Item3, rule.Item4))
                        )}}{{table}}]
                        }
                        """
            );

    public static readonly Gen<Issue> Issue = Gen.Select(
            Text,
            Text.Null(),
            Gen.Select(
                Gen.OneOf("code", "CODE", "notes", "other"),
                Gen.OneOf(Text, Gen.OneOf("002", " va-10 ", "Error", "7", "2026-10-01", "sign out"))
            ).Array[0, 2],
            Gen.OneOf(null, "phone", " WEB ", "chat"),
            Gen.OneOf(null, "en-US", "en_US", "es", "de", "dx-US", "fx"),
            Gen.OneOf(null, "one", "Tenant3", " tenant5 ")
        )
        .Select(
            (text, title, fields, channel, locale, tenant) =>
                new Issue
                {
                    Id = "a",
                    Text = text,
                    Title = title,
                    Fields = fields.DistinctBy(field => field.Item1).ToDictionary(field => field.Item1, field => field.Item2),
                    Channel = channel,
                    Locale = locale,
                    Tenant = tenant,
                    Product = channel is null ? null : "VA.gov",
                    ReceivedAt = channel is null ? null : new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero),
                }
        );

    private static readonly Gen<Turn> Turn = Gen.Select(
            Gen.OneOf(Text, Gen.Const("")),
            Gen.Select(Gen.OneOf("code", "CODE", "notes", "Precedence"), Gen.OneOf("002", "7", "bulk", "sign out")).Array[0, 1],
            Gen.OneOf(Author.Unknown, Author.Customer, Author.Customer, Author.Agent, Author.Machine),
            Gen.OneOf<bool?>(null, null, true, false)
        )
        .Select(
            (text, fields, author, toCustomer) =>
                new Turn
                {
                    Id = "",
                    Text = text,
                    Author = author,
                    ToCustomer = toCustomer,
                    Fields = fields.ToDictionary(field => field.Item1, field => field.Item2),
                }
        );

    /// <summary>An issue with up to four turns, by anybody.</summary>
    public static readonly Gen<Issue> Case = Gen.Select(Issue, Turn.Array[0, 4], Gen.OneOf(Author.Unknown, Author.Agent))
        .Select(
            (issue, turns, author) =>
                issue with
                {
                    Author = author,
                    Turns = [.. turns.Select((turn, number) => turn with { Id = $"m{number}" })],
                }
        );

    /// <summary>A condition that reads texts.</summary>
    public static readonly Gen<string> TextLeaf = Leaf.Where(leaf =>
        !leaf.Contains("\"subjects\"")
        && !leaf.Contains("\"field\"")
        && !leaf.Contains("\"fact\"")
        && !leaf.Contains("\"use\"")
        && !leaf.Contains("\"expression\"")
    );

    private static string Rule(
        int number,
        string when,
        string scope,
        string status,
        string then,
        string prefix = "r",
        string outcome = "\"outcome\": \"route\", \"team\": \"t\""
    ) =>
        $$"""
            {
              "id": "{{prefix}}{{number:D2}}", "title": "R", "type": "a/b", "status": "{{status}}", {{scope}} "when": {{when}},
              "then": { {{outcome}}{{then}} }
            }
            """;

    private static Gen<string> Group(Gen<string> inner) =>
        Gen.Select(Gen.OneOf("all", "any", "none"), inner.Array[1, 3], Gen.Bool, inner.Array[1, 2])
            .Select(
                (key, conditions, two, others) =>
                    two && key != "none"
                        ? $$"""{ "{{key}}": [{{string.Join(',', conditions)}}], "none": [{{string.Join(',', others)}}] }"""
                        : $$"""{ "{{key}}": [{{string.Join(',', conditions)}}] }"""
            );

    private static string Part(string key, string[] conditions) =>
        conditions.Length == 0 ? "" : $", \"{key}\": [{string.Join(',', conditions)}]";

    private static string List(IEnumerable<string> texts) => string.Join(',', texts.Select(text => JsonConvert.ToString(text)));
}
