using AutoResolve.Json;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Phrases;
using AutoResolve.Rules;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Rules.Reading.Tables;

/// <summary>A rule with rows is a rule for each row.</summary>
public sealed class TableTests
{
    private const string Codes = """
        {
          "set": "codes",
          "title": "Codes",
          "owner": "identity",
          "rules": [
            {
              "id": "sign-in.code-<id>",
              "title": "Code <id>: <what>",
              "type": "sign-in/error-<id>",
              "status": "active",
              "priority": 40,
              "when": {
                "any": [
                  { "field": "errorCode", "equals": ["<id>", "<short?>"] },
                  { "anyOf": ["@codeLead <id>", "error code <short?>", "<words?>"] },
                  "<otherwise?>"
                ]
              },
              "then": {
                "outcome": "answer",
                "answer": { "en": "Code <id>: wait. {{ issue.id }}" },
                "tier": 2
              },
              "rows": [
                { "id": "001", "short": "1", "what": "sharing was refused", "words": ["select deny", "denied"] },
                {
                  "id": "101",
                  "what": "two accounts",
                  "otherwise": [{ "near": ["two", "accounts"], "within": 3 }],
                  "answer": { "en": "Call about <id>." },
                  "tier": 3,
                  "source": "a page"
                }
              ]
            }
          ]
        }
        """;

    private static readonly IReadOnlyList<Rule> Rules = RuleFiles.Read(Codes).Rules;

    [Fact]
    public void Rows_EachIsARule()
    {
        Assert.Equal(["sign-in.code-001", "sign-in.code-101"], Rules.Select(rule => rule.Id.Value));
        Assert.Equal(["Code 001: sharing was refused", "Code 101: two accounts"], Rules.Select(rule => rule.Title));
        Assert.Equal(["sign-in/error-001", "sign-in/error-101"], Rules.Select(rule => rule.Type));
    }

    [Fact]
    public void List_OfARow_TakesThePlaceOfItsEntry() =>
        Assert.Equal(["@codeLead 001", "error code 1", "select deny", "denied"], PhrasesOf(Rules[0]));

    [Fact]
    public void Optional_RowWithoutIt_IsLeftOut()
    {
        Assert.Equal(["@codeLead 101"], PhrasesOf(Rules[1]));
        Assert.Equal(2, ((GroupCondition)Rules[0].When).Any!.Count);
        Assert.Equal(3, ((GroupCondition)Rules[1].When).Any!.Count);
    }

    [Fact]
    public void Part_OfARow_TakesThePlaceOfTheTables()
    {
        Assert.Equal("Code 001: wait. {{ issue.id }}", Rules[0].Then.Answer!.Texts[0].Value.Value);
        Assert.Equal("Call about 101.", Rules[1].Then.Answer!.Texts[0].Value.Value);
        Assert.Equal([2, 3], Rules.Select(rule => rule.Then.Tier!.Value));
        Assert.Equal([null, "a page"], Rules.Select(rule => rule.Source));
    }

    [Fact]
    public void Location_OfARule_IsThatOfItsRow()
    {
        Assert.Equal([25, 26], Rules.Select(rule => rule.Location.Line));
        Assert.Equal(["/rules/0/rows/0", "/rules/0/rows/1"], Rules.Select(rule => rule.Location.Pointer));
        Assert.Equal(["row 1 of a", "row 2 of a"], Rules.Select(rule => rule.Row!.ToString()));
        Assert.Equal("/rules/0/rows/0/when/any/1/anyOf/3", PhrasesIn(Rules[0])[3].Location.Pointer);
        Assert.Equal((25, 94), (PhrasesIn(Rules[0])[3].Location.Line, PhrasesIn(Rules[0])[3].Location.Column));
        Assert.Equal((25, 17), (Rules[0].Id.Location.Line, Rules[0].Id.Location.Column));
    }

    [Fact]
    public void Group_OfARegularExpression_IsNoPlaceholder()
    {
        var set = RuleFiles.Read(Table("""{ "regex": "(?<code>\\d)<code>" }""", """{ "id": "a", "code": "7" }"""));

        Assert.Contains(@"(?<code>\d)7", Assert.Single(set.Rules).When.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ThatTheTableNames_IsAValue()
    {
        var set = RuleFiles.Read(
            Table(
                """{ "anyOf": ["a"] }""",
                """{ "id": "a", "title": "x", "tier": 2 }""",
                title: "T <title>",
                then: """, "tier": "<tier>" """
            )
        );

        Assert.Equal(("T x", 2), (set.Rules[0].Title, set.Rules[0].Then.Tier));
    }

    // What looks like a place for a value is one: nobody is to read "<What>".
    [Theory]
    [InlineData("T < what >", "T x", "")]
    [InlineData("T <what >", "T x", "")]
    [InlineData("T <What>", null, "AR1046 Row 1, 'a', has no value for <What>")]
    public void Read_APlaceholderWrittenLoosely_IsFilledOrTold(string written, string? filled, string problem)
    {
        var table = Table("""{ "anyOf": ["a"] }""", """{ "id": "a", "what": "x" }""", title: written);

        if (filled is null)
            Assert.Contains(problem, Errors(table), StringComparison.Ordinal);
        else
            Assert.Equal(filled, RuleFiles.Read(table).Rules[0].Title);
    }

    [Fact]
    public void Text_Empty_IsNoPlaceholder() =>
        Assert.StartsWith(
            "a.json:2:23 AR1018 ",
            RuleFiles.Problems(Table("""{ "anyOf": ["", "<words>"] }""", """{ "id": "a", "words": ["b"] }""")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{ "id": "a", "words": ["b"] }""", "")]
    [InlineData("""{ "id": "a", "words": [] }""", "a.json:3:59 AR1010 'when' is missing in a rule: add \"when\": { \"anyOf\": [\"…\"] }.")]
    [InlineData(
        """{ "id": "a" }""",
        "a.json:3:59 AR1046 Row 1, 'a', has no value for <words>, which stands in line 2: add \"words\": … to the row, or write <words?> "
            + "there, which is left out in rows without it."
    )]
    [InlineData(
        """{ "id": "a", "word": ["b"] }""",
        "a.json:3:59 AR1046 Row 1, 'a', has no value for <words>, which stands in line 2: add \"words\": … to the row, or write <words?> "
            + "there, which is left out in rows without it. Did you mean 'word'?"
    )]
    [InlineData(
        """{ "id": "a", "words": ["b"], "colour": "red" }""",
        "a.json:3:88 AR1047 Nothing in the rule takes 'colour': write <colour> where it belongs, or remove it."
    )]
    [InlineData(
        """{ "id": "a", "words": ["b"], "prioriti": 7 }""",
        "a.json:3:88 AR1047 Nothing in the rule takes 'prioriti': write <prioriti> where it belongs, or remove it. Did you mean 'priority'?"
    )]
    [InlineData(
        """{ "id": "a", "words": ["b"], "rows": [] }""",
        "a.json:3:88 AR1047 A row has no rows of its own: make a table of its own of these."
    )]
    [InlineData(
        """{ "words": ["b"] }""",
        "a.json:3:59 AR1048 This row has no id: add \"id\": \"…\", which never changes; it is the part of the rule's id that stands for <id>."
    )]
    [InlineData(
        """{ "id": "a", "words": ["b"] }, { "id": "a", "words": ["c"] }""",
        "a.json:3:98 AR1048 The id 'a' is already that of the row in line 3: give each row its own."
    )]
    [InlineData(
        """{ "id": ["a"], "words": ["b"] }""",
        "a.json:3:59 AR1048 This row has no id: add \"id\": \"…\", which never changes; it is the part of the rule's id that stands for <id>."
    )]
    [InlineData(
        """{ "id": "a", "words": ["<id> is b"] }""",
        "a.json:3:81 AR1049 The value of 'words' stands as it is in the rule, so <id> in it would stay: write out what is meant."
    )]
    [InlineData(
        """{ "id": "a", "words": ["b"], "Words": 1 }""",
        "a.json:3:88 AR1013 The name of a value must be written with letters and digits without spaces, beginning with a small letter, "
            + "such as 'kickedOut'; found 'Words'. Did you mean 'words'?"
    )]
    [InlineData("7", "a.json:3:59 AR1011 Each row must be an object in braces { }, not a number.")]
    [InlineData(
        """{ "id": "A b", "words": ["b"] }""",
        "a.json:3:67 AR1013 'id' must be written with small letters and digits, with dashes"
    )]
    public void Row_Broken_IsSaid(string row, string problems)
    {
        var found = RuleFiles.Problems(Table("""{ "anyOf": ["<words>"] }""", row));

        Assert.StartsWith(problems, found, StringComparison.Ordinal);
        Assert.Equal(problems.Length == 0, found.Length == 0);
    }

    [Fact]
    public void Row_IdWithCapitals_SaysWhatToWrite() =>
        Assert.EndsWith(
            "found 's.E12'. Did you mean 's.e12'?",
            RuleFiles.Problems(Table("""{ "anyOf": ["a"] }""", """{ "id": "E12" }""")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Slip_OfTheTable_IsToldOnce() =>
        Assert.Equal(
            "a.json:2:23 AR1046 No row has a value for <wrod>: add \"wrod\": … to each, or correct the name here. Did you mean 'word'?",
            RuleFiles.Problems(
                Table(
                    """{ "anyOf": ["<wrod>"] }""",
                    """{ "id": "a", "word": "x" }, { "id": "b", "word": "y" }, { "id": "c", "word": "z" }"""
                )
            )
        );

    [Fact]
    public void Value_OfAllRowsThatNothingTakes_IsToldOnce() =>
        Assert.Equal(
            "a.json:3:72 AR1047 Nothing in the rule takes 'colour': write <colour> where it belongs, or remove it.",
            RuleFiles.Problems(Table("""{ "anyOf": ["a"] }""", """{ "id": "a", "colour": "x" }, { "id": "b", "colour": "y" }"""))
        );

    [Fact]
    public void Value_NoText_CannotStandInsideAText() =>
        Assert.Equal(
            "a.json:3:80 AR1049 'word' is a list, but stands inside a longer text in line 2: give a text or a number, or let "
                + "\"<word>\" stand there alone.",
            RuleFiles.Problems(Table("""{ "anyOf": ["error <word>"] }""", """{ "id": "a", "word": ["b"] }"""))
        );

    [Fact]
    public void Id_WithoutThatOfTheRow_IsOfAllRows() =>
        Assert.Equal(
            "a.json:1:62 AR1048 The rules of all rows would have one id: write <id> in it, for the id of the row, such as "
                + "\"sign-in.code-<id>\".",
            RuleFiles.Problems(Table("""{ "anyOf": ["a"] }""", """{ "id": "a" }""", id: "s.a"))
        );

    [Fact]
    public void Table_OfWhichNothingIsLeft_IsNoRule() =>
        Assert.StartsWith(
            "a.json:1:84 AR1047 Nothing in the rule takes 'id'",
            RuleFiles.Problems("""{ "set": "s", "title": "S", "owner": "o", "rules": [ { "title": "<a?>", "rows": [{ "id": 1 }] } ] }"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void Problem_OfTheTable_IsToldOnceWithARow()
    {
        var set = Table(
            """{ "anyOf": ["@nope"] }""",
            """
            { "id": "a" },
            { "id": "b" }
            """
        );

        Assert.Equal(
            "a.json:2:24 AR3001 There is no list 'nope' in this set or in a shared one. Define it under \"lists\", or correct the name. "
                + "(With row 1, 'a'.)",
            Errors(set)
        );
    }

    [Fact]
    public void Problem_ThatAValueMakes_IsToldWithItsRow()
    {
        var set = Table(
            """{ "regex": "x<sign>" }""",
            """
            { "id": "a", "sign": "y" },
            { "id": "b", "sign": "(" }
            """
        );

        Assert.StartsWith("a.json:2:22 AR3008", Errors(set), StringComparison.Ordinal);
        Assert.EndsWith("(With row 2, 'b'.)", Errors(set), StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_NamesTheRow()
    {
        var rulebook = SomeRules.Load(RuleFiles.File(Codes.Replace("@codeLead ", "", StringComparison.Ordinal), "sign-in/codes.json"));

        var explanation = rulebook.Explain("It says that I have two VA accounts, 101");

        Assert.Equal(("sign-in.code-101", "row 2 of codes"), (explanation.Winner!.Rule.Id, explanation.Winner.Row));
        Assert.Equal(("row 2 of codes", 26), (rulebook.Find("sign-in.code-101")!.Row, rulebook.Find("sign-in.code-101")!.Line));
        Assert.Equal(
            ["/when/any/1/anyOf/0", "/when/any/2/near/0", "/when/any/2/near/1"],
            explanation.Winner.Evidence.Select(one => one.Pointer).Distinct().Order()
        );
    }

    [Fact]
    public void Tables_OfAllFiles_AreRefusedInBoundedSize()
    {
        var text = new string('a', 80_000);
        var rows = string.Join(',', Enumerable.Range(0, 100).Select(number => $$"""{ "id": "{{number}}" }"""));
        var files = Enumerable
            .Range(0, 40)
            .Select(number =>
                RuleFiles.File(
                    Table("""{ "anyOf": ["a"] }""", rows, then: $$""", "x-pad": "{{text}}" """, set: $"s{number}"),
                    $"{number}.json"
                )
            );

        var problems = SomeRules.TryLoad([.. files]).Diagnostics;

        Assert.Contains(
            "AR1036 Written out, the rows of all files come to more than 268,435,456 characters: take what rules share into lists, conditions "
                + "and steps with names, or make several rulebooks of them.",
            problems.Select(problem => problem.ToString())
        );
    }

    [Fact]
    public void Table_Large_IsRefusedInBoundedSize()
    {
        var text = new string('a', 100_000);
        var rows = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $$"""{ "id": "{{number}}" }"""));

        var problems = RuleFiles.Problems(Table($$"""{ "contains": ["{{text}}"] }""", rows));

        Assert.Contains(
            "AR1004 Written out, the rows of this file come to more than 8,388,608 characters.",
            problems,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Text_ThatWouldBeHuge_IsRefusedInBoundedSize()
    {
        var text = string.Concat(Enumerable.Repeat("<long>", 100_000));
        var row = $$"""{ "id": "a", "long": "{{new string('a', 1_000_000)}}" }""";

        var problems = RuleFiles.Problems(Table($$"""{ "contains": ["{{text}}"] }""", row));

        Assert.Contains("AR1004", problems, StringComparison.Ordinal);
    }

    private static string Table(string when, string rows, string title = "T", string then = "", string id = "s.<id>", string set = "s") =>
        $$"""
            { "set": "{{set}}", "title": "S", "owner": "o", "rules": [ { "id": "{{id}}", "title": "{{title}}", "status": "draft",
              "when": {{when}},
              "then": { "outcome": "ignore"{{then}} }, "cause": {}, "rows": [ {{rows}} ], "type": "s/a" } ] }
            """;

    private static string Errors(string json) =>
        string.Join(
            '\n',
            SomeRules.TryLoad(RuleFiles.File(json)).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        );

    private static IReadOnlyList<Located<string>> PhrasesIn(Rule rule) =>
        [.. ((GroupCondition)rule.When).Any!.OfType<PhrasesCondition>().SelectMany(condition => condition.Phrases)];

    private static IEnumerable<string> PhrasesOf(Rule rule) => PhrasesIn(rule).Select(phrase => phrase.Value);
}
