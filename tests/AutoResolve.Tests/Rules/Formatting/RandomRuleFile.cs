using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Rules.Formatting;

/// <summary>
/// A rule file as nobody writes one: something of it changed at random, keys in any order, escapes where none is needed, and between all
/// tokens white space and comments of every kind.
/// </summary>
internal sealed class RandomRuleFile
{
    /// <summary>All that .NET or an editor takes for white space or the end of a line, and what comes near it.</summary>
    private const string Blanks = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2003\u200a\u2028\u2029\u202f\u205f\u3000";

    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    private static readonly string[] Pieces =
    [
        .. Blanks.Select(blank => blank.ToString()),
        "\r\n",
        "\u200b",
        "\ufeff",
        "\u202e",
        "\u0001",
        "\u001b",
        "\u007f",
        "\ud83d\ude00",
        "\uffff",
        "é",
        "word",
        "/",
        "*",
        "//",
        "/*",
        "\\",
        "\"",
        "{",
        "]",
        ",",
        ":",
        "<id>",
        "{{ issue.id }}",
        "n",
        "u",
    ];

    private static readonly string[] Templates =
    [
        RuleFiles.Full,
        RuleFiles.Rule(),
        RuleFiles.Rule(more: """ "tests": [ { "text": "a", "fields": { "f": "1" }, "match": true, "outcome": "ignored" } ],"""),
        RuleFiles
            .Rule(
                """{ "any": [ { "anyOf": ["<words>"] }, "<more?>" ] }""",
                more: """ "rows": [ { "id": "1", "words": ["b"] }, { "words": ["d"], "more": { "regex": "e" }, "tier": 2, "id": "2" } ],"""
            )
            .Replace("s.a", "s.<id>", StringComparison.Ordinal),
        RuleFiles.Rule(
            then: """{ "outcome": "route", "team": "t", "ask": ["q", { "question": "q", "blocking": true }], "tags": ["u"] }""",
            set: """ "questions": { "q": { "say": { "en": "W" }, "choices": [ { "value": "v", "say": { "en": "V" } } ] } }, "none": [],"""
        ),
        """{ "set": "s", "x": { "y": [[[[]]], {}, [{}]] }, "lists": { "z": [] } }""",
        RuleFiles.Rule(
            """{ "all": [ { "anyOf": ["b", "@x"] }, { "field": "f", "exists": true } ], "none": [ { "regex": "\\d+" } ] }""",
            """{ "outcome": "answer", "answer": { "en": "{{ issue.id }}\n<b>" }, "steps": [ { "id": "one", "say": { "en": "d" } } ] }""",
            """ "tests": [ { "text": "b\u2028b", "match": true } ],""",
            """ "lists": { "x": ["y", "z"] }, "x-data": [1, -2.50, 1E+2, true, null, { "b": [], "a": {} }],"""
        ),
    ];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<string> _comments = [];

    private RandomRuleFile(int seed)
    {
        _random = new Random(seed);
        var root = JToken.Parse(Templates[_random.Next(Templates.Length)]);
        for (var changes = _random.Next(4); changes > 0; changes--)
            Change(root);
        _text.Append(Chance(10) ? "\ufeff" : "");
        WriteGap();
        Write(root);
        WriteGap();
        if (Chance(10))
            WriteComment(isLast: true);
    }

    public static Gen<RandomRuleFile> Any { get; } = Gen.Int.Select(seed => new RandomRuleFile(seed));

    public string Text => _text.ToString();

    /// <summary>Its comments as they stand in the file, but for what ends their lines and the blanks at their end.</summary>
    public IReadOnlyList<string> Comments => _comments;

    public override string ToString() => Text;

    private bool Chance(int percent) => _random.Next(100) < percent;

    private void Change(JToken root)
    {
        var all = ((JContainer)root).Descendants().Where(token => token is not JProperty).ToList();
        var token = all[_random.Next(all.Count)];
        if (Chance(20))
            (token.Parent is JProperty property ? property : token).Remove();
        else if (token is JObject some && Chance(50))
            some[$"x-{_random.Next(3)}"] = Value(_random.Next(1, 50));
        else if (token is JValue { Type: JTokenType.String } text)
            text.Value = (string?)text.Value + Words(5);
        else
            token.Replace(Value(_random.Next(1, 5)));
    }

    private JToken Value(int depth) =>
        _random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => Words(6),
            1 => _random.Next(-1000, 1000) / 8m,
            2 => Chance(50),
            3 => JValue.CreateNull(),
            4 => new JArray(Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - _random.Next(1, 4)))),
            _ => new JObject(
                Enumerable
                    .Range(0, _random.Next(4))
                    .Select(number => new JProperty($"{number}{Words(1)}", Value(depth - _random.Next(1, 4))))
            ),
        };

    private string Number() => _random.GetItems(["-0", "0.50", "1e2", "1E+2", "-1.0E-2", "79228162514264337593543950335"], 1)[0];

    private string Words(int most) => string.Concat(_random.GetItems(Pieces, _random.Next(most + 1)));

    private void Write(JToken token)
    {
        if (token is JObject node)
            WriteObject(node);
        else if (token is JArray list)
            WriteAll('[', ']', [.. list.Select<JToken, Action>(item => () => Write(item))]);
        else if (token is JValue { Type: JTokenType.String } text)
            WriteText((string)text.Value!);
        else
            _text.Append(token.Type is JTokenType.Float && Chance(50) ? Number() : token.ToString(Newtonsoft.Json.Formatting.None));
    }

    private void WriteObject(JObject node)
    {
        var properties = node.Properties().ToList();
        if (Chance(50))
            _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(properties));
        if (properties.Count > 0 && Chance(2))
            properties.Add(properties[0]);
        WriteAll('{', '}', [.. properties.Select<JProperty, Action>(property => () => WriteProperty(property))]);
    }

    private void WriteProperty(JProperty property)
    {
        WriteText(property.Name);
        WriteBlanks();
        _text.Append(':');
        WriteGap();
        Write(property.Value);
    }

    private void WriteAll(char open, char close, Action[] writers)
    {
        _text.Append(open);
        for (var i = 0; i < writers.Length; i++)
        {
            WriteGap();
            writers[i]();
            WriteGap();
            _text.Append(i < writers.Length - 1 || Chance(20) ? "," : "");
        }

        WriteGap();
        _text.Append(close);
    }

    private void WriteText(string text)
    {
        _text.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text.Substring(i, char.IsSurrogatePair(text, i) ? 2 : 1);
            var isEscaped = text[i] is '"' or '\\' or < ' ' || Chance(3);
            _text.Append(isEscaped ? string.Concat(character.Select(Escaped)) : character);
            i += character.Length - 1;
        }

        _text.Append('"');
    }

    private string Escaped(char letter) =>
        "\"\\/\b\f\n\r\t".IndexOf(letter, StringComparison.Ordinal) is var index and >= 0 && Chance(50)
            ? "\\" + "\"\\/bfnrt"[index]
            : $"\\u{(int)letter:x4}";

    private void WriteGap()
    {
        for (var pieces = _random.Next(-2, 3); pieces > 0; pieces--)
        {
            if (Chance(60))
                WriteBlanks();
            else
                WriteComment(isLast: false);
        }
    }

    private void WriteBlanks()
    {
        for (var blanks = _random.Next(4); blanks > 0; blanks--)
            _text.Append(Chance(50) ? LineEnds[_random.Next(3)] : Blanks[_random.Next(Blanks.Length)]);
    }

    private void WriteComment(bool isLast)
    {
        var words = Words(6);
        var isBlock = Chance(50);
        var comment = isBlock
            ? $"/*{words.Replace("*/", "* /", StringComparison.Ordinal)}*/"
            : $"//{words.Replace('\r', ' ').Replace('\n', ' ')}";
        _text.Append(comment).Append(isBlock || isLast ? "" : LineEnds[_random.Next(3)]);
        _comments.Add(comment.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd());
    }
}
