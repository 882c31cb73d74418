using System.Text;

namespace AutoResolve.Tests.Privacy;

/// <summary>A text in which somebody's data stands in one of the forms that rules/docs/privacy.md promises to mask.</summary>
/// <param name="Text">The text. Around the value no digit stands but 7.</param>
/// <param name="Secrets">What must not be left of it: words that nothing else has; none where all its digits are meant.</param>
internal sealed record HostileValue(string Text, params string[] Secrets)
{
    // Each is a thing that people type or paste between the groups of a number.
    public static readonly string[] Signs =
    [
        "-",
        " ",
        ".",
        "/",
        "_",
        " - ",
        "–",
        "—",
        "‐",
        "‑",
        "‒",
        "―",
        "−",
        "⁃",
        "˗",
        "─",
        "➖",
        "－",
        "·",
        "•",
        "∙",
        "⋅",
        "・",
        "~",
        "'",
        "’",
        "\"",
        "|",
        "*",
        "+",
        "=",
        "\\",
        "\u00A0",
        "\u2009",
        "\u202F",
        "\u3000",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "&nbsp;",
        "&ndash;",
        "&mdash;",
        "&minus;",
        "&hyphen;",
        "&#45;",
        "&#x2d;",
        "&#8209;",
        "&middot;",
        "&bull;",
        "&period;",
        "&thinsp;",
        "&amp;nbsp;",
        "&amp;ndash;",
        "%20",
        "%2D",
        "%E2%80%93",
        "%C2%A0",
        "<br>",
        "<br/>",
        "</td><td>",
        "-\u200B",
        "\u200B-\u200D",
        "\uFEFF \u2060",
    ];

    // Only where the text says what the number is: by itself it is a list, a time or a sentence.
    private static readonly string[] Lists = [",", ", ", ";", ":", " dash ", " hyphen ", " dot ", " guion "];

    private static readonly string[] Ats =
    [
        "@",
        " @ ",
        "@ ",
        " @",
        "@\n",
        "\n@",
        "(@)",
        " (at) ",
        "(at)",
        "[at]",
        " [at] ",
        "{at}",
        "<at>",
        "_at_",
        "-at-",
        "*at*",
        " at ",
        " AT ",
        "\tat ",
        "\nat\n",
        "&#64;",
        "&#x40;",
        "&commat;",
        "%40",
        "＠",
        "﹫",
        "\u200B@\u200B",
        " arroba ",
    ];

    private static readonly string[] Dots =
    [
        ".",
        " dot ",
        " DOT ",
        "(dot)",
        " (dot) ",
        "[dot]",
        " [dot] ",
        "{dot}",
        "<dot>",
        "_dot_",
        "-dot-",
        " . ",
        "&period;",
        "&#46;",
        "．",
        "。",
        " punto ",
        "\u200B.",
    ];

    private static readonly string[] Before =
    [
        "",
        "Please help. ",
        "It failed\n",
        "(again) ",
        "\"",
        "I cannot sign in; ",
        "error 777. ",
        "<p>",
        "No puedo entrar. ",
        "7777777777777777777777777777777777777777777777777777. ",
        "- ",
        "😀 ",
        "R&D: it fails & stays so. ",
        "It is 77 % done. ",
    ];

    private static readonly string[] After =
    [
        "",
        ". Thanks",
        "\nIt fails.",
        " (again)",
        "\" was shown",
        "; help",
        "</p>",
        " 😀",
        "! Now what",
        "?",
        "\r\n\r\n",
        ") and",
    ];

    private static readonly string[] SocialWords =
    [
        "ssn ",
        "SSN: ",
        "my ssn is ",
        "Social Security number ",
        "my social: ",
        "soc sec ",
        "ssn=",
    ];
    private static readonly string[] PhoneWords = ["call me at ", "phone: ", "my cell is ", "tel. ", "fax ", "teléfono "];
    private static readonly string[] BirthWords = ["DOB ", "born ", "date of birth: ", "my birthday is ", "nací el "];
    private static readonly string[] AccountWords = ["account number ", "acct ", "routing ", "file number "];
    private static readonly string[] NameWords = ["My name is ", "Mr. ", "my wife ", "me llamo ", "caller ", "name: "];

    public static HostileValue Make(Random random)
    {
        var value = random.Next(10) switch
        {
            0 or 1 => new HostileValue(Grouped(random, Pick(random, Signs), 3, 2, 4)),
            2 => Called(random, SocialWords, 9),
            3 => Phone(random),
            4 => Called(random, PhoneWords, random.Next(2) == 0 ? 7 : 10),
            5 => Card(random),
            6 or 7 => Mail(random),
            8 => Name(random),
            _ => Other(random),
        };
        return value with { Text = Pick(random, Before) + value.Text + Pick(random, After) };
    }

    private static HostileValue Called(Random random, string[] words, int digits)
    {
        List<int> groups = [];
        for (var left = digits; left > 0; left -= groups[^1])
            groups.Add(random.Next(Math.Min(left, 5)) + 1);

        // The numbers of the organisation's forms stay, whatever they are called.
        if (groups is [2, 5])
            groups = [3, 4];
        var separator = random.Next(5) == 0 && groups.Count > 2 ? Pick(random, Lists) : Pick(random, Signs);
        return new HostileValue(Pick(random, words) + Grouped(random, separator, [.. groups]));
    }

    private static HostileValue Phone(Random random) =>
        new(
            random.Next(4) switch
            {
                0 => $"({Digits(random, 3)}) {Digits(random, 3)}-{Digits(random, 4)}",
                1 => $"+1 {Grouped(random, Pick(random, Signs[..36]), 3, 3, 4)}",
                _ => Grouped(random, Pick(random, Signs), 3, 3, 4),
            }
        );

    private static HostileValue Card(Random random) => new(Grouped(random, Pick(random, Signs), 4, 4, 4, 4));

    private static HostileValue Mail(Random random)
    {
        var (local, domain) = (Word(random), Word(random));
        if (random.Next(2) == 0)
            local += $".{Word(random)}";
        var (at, dot) = (Pick(random, Ats), Pick(random, Dots));

        // "jane at example.org" could be anything: there the name has a dot.
        if (at.Trim() is "at" or "AT" or "arroba" && !local.Contains('.', StringComparison.Ordinal))
            local += $".{Word(random)}";
        var middle = random.Next(3) == 0 ? Word(random) + dot : "";
        return new HostileValue($"{local}{at}{middle}{domain}{dot}{Pick(random, ["com", "org", "gov", "net"])}", "zq");
    }

    private static HostileValue Name(Random random)
    {
        var name = $"{Capital(Word(random))}{Pick(random, [" ", "  ", "\u00A0", "&nbsp;", " J. "])}{Capital(Word(random))}";
        return new HostileValue(
            random.Next(5) switch
            {
                0 => $"It is {name} speaking",
                1 => $"{name} is my name",
                2 => $"{name}, my {Pick(random, ["wife", "husband", "son"])}, asks",
                3 when random.Next(2) == 0 => $"Sincerely,\n{name}\n",
                3 => $"user {Word(random)}.{Word(random)} cannot log in",
                _ => Pick(random, NameWords) + name,
            },
            "zq"
        );
    }

    private static HostileValue Other(Random random) =>
        new(
            random.Next(6) switch
            {
                0 => $"last four {Digits(random, 4)}",
                1 => Pick(random, AccountWords) + Grouped(random, Pick(random, Signs), 3, 4, 2),
                2 => Birth(random),
                3 => $"1{random.Next(5)} Maple Street",
                4 => $"https://example.org/reset?t={Digits(random, 3)}%20{Digits(random, 6)}",
                _ => Digits(random, random.Next(9, 13)),
            }
        );

    private static string Birth(Random random)
    {
        var sign = Pick(random, ["/", "-", ".", "~", " - ", "&ndash;", "·", "|", "‐", "&nbsp;", ", "]);
        return $"{Pick(random, BirthWords)}0{random.Next(1, 7)}{sign}1{random.Next(7)}{sign}19{random.Next(3, 7)}{random.Next(7)}";
    }

    private static string Grouped(Random random, string separator, params int[] groups)
    {
        var script = random.Next(8);
        var text = string.Join(separator, groups.Select(length => Digits(random, length)));
        return script switch
        {
            0 => Script(text, '０'),
            1 => Script(text, '٠'),
            2 => Script(text, '०'),
            3 => string.Concat(
                Enumerable.Select(text, unit => char.IsAsciiDigit(unit) && !separator.Contains(unit) ? $"{unit}\u200B" : $"{unit}")
            ),
            4 when !separator.Any(char.IsAsciiDigit) => string.Concat(
                Enumerable.Select(text, unit => char.IsAsciiDigit(unit) && random.Next(4) == 0 ? $"&#{(int)unit};" : $"{unit}")
            ),
            _ => text,
        };

        string Script(string all, char zero) =>
            separator.Any(char.IsAsciiDigit)
                ? all
                : string.Concat(Enumerable.Select(all, unit => char.IsAsciiDigit(unit) ? (char)(zero + unit - '0') : unit));
    }

    // Never 7, which stands around; never what begins a freephone number.
    private static string Digits(Random random, int length)
    {
        var digits = new StringBuilder(length);
        for (var place = 0; place < length; place++)
            digits.Append(place == 0 ? "23456"[random.Next(5)] : "01234568"[random.Next(8)]);
        return digits.ToString();
    }

    private static string Word(Random random)
    {
        var word = new StringBuilder("zq");
        for (var length = random.Next(2, 7); length > 0; length--)
            word.Append((char)('a' + random.Next(26)));
        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
