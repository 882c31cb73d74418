using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Matching;

/// <summary>What is read of the turns of a case.</summary>
public sealed class TurnTests
{
    private const string Guards = """ "guard": true, """;
    private const string Beta = """{ "anyOf": ["beta"] }""";

    [Theory]
    [InlineData("""{ "anyOf": ["signed out"] }""")]
    [InlineData("""{ "near": ["signed", "out"], "within": 3 }""")]
    [InlineData("""{ "contains": ["d out"] }""")]
    [InlineData("""{ "regex": "signed\\s+out" }""")]
    public void Match_OverTwoTurns_IsNone(string when)
    {
        Assert.False(Holds(when, Said("it kept me signed"), Said("out of the office today")));
        Assert.True(Holds(when, Said("signed out again"), Said("in the office")));
        Assert.True(Holds(when, Said("in the office"), Said("signed out again")));
    }

    [Fact]
    public void Match_AllOf_HoldsInTheIssueOrInOneTurn()
    {
        const string When = """{ "allOf": ["alpha", "beta"] }""";

        Assert.False(Holds(When, Said("alpha"), Said("beta"), "gamma"));
        Assert.False(Holds(When, Said("alpha"), "beta"));
        Assert.False(Holds(When, Case("gamma", Said("alpha")) with { Title = "beta" }));
        Assert.True(Holds(When, Case("alpha", Said("gamma")) with { Title = "beta" }));
        Assert.True(Holds(When, Said("beta alpha"), Said("beta"), "beta"));
    }

    [Fact]
    public void Match_OfAll_HoldsByDifferentTurns() =>
        Assert.True(
            Holds(
                """{ "all": [{ "anyOf": ["alpha"] }, { "anyOf": ["beta"] }, { "anyOf": ["gamma"] }] }""",
                Said("alpha"),
                Said("beta"),
                "gamma"
            )
        );

    [Fact]
    public void Evidence_InTurns_SaysWhichAndWhere()
    {
        var rule = Programs.Rule(
            """{ "all": [{ "anyOf": ["alpha", "beta"] }, { "field": "code", "equals": "2" }, { "field": "os", "equals": "x" }] }"""
        );
        var text = Programs.Prepare(
            Case(
                "alpha beta",
                new Turn
                {
                    Id = "m1",
                    Text = "and alpha",
                    Fields = new Dictionary<string, string> { ["Code"] = "1" },
                },
                new Turn
                {
                    Id = "m2",
                    Text = "no, alpha",
                    Fields = new Dictionary<string, string> { ["code"] = "2" },
                }
            ) with
            {
                Fields = new Dictionary<string, string> { ["code"] = "0", ["os"] = "x" },
            }
        );

        var match = Programs.Examine(rule, text);

        Assert.Equal(
            """
            /when/all/0/anyOf/1 'beta' text 'beta'
            /when/all/0/anyOf/0 'alpha' text of m2 'alpha'
            /when/all/1/equals '2' field:code of m2 '2'
            /when/all/2/equals 'x' field:os 'x'
            """,
            Programs.Evidence(match, text),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void Read_QuotesOfATurn_AreOnlyReadWhereTheyAreAskedFor()
    {
        var issue = Case("alpha", Said("beta\nOn Mon, Nov 2, 2026 at 9:00 Desk wrote:\n> gamma"), Said("delta"));

        Assert.False(Holds("""{ "anyOf": ["gamma"] }""", issue));
        Assert.True(Holds("""{ "anyOf": ["gamma"], "in": "everything" }""", issue));
        Assert.True(Holds("""{ "anyOf": ["delta"], "in": "text" }""", issue));
        Assert.False(Holds("""{ "anyOf": ["delta"], "in": "title" }""", issue));
    }

    [Fact]
    public void Read_LongerInSumThanTheLimit_KeepsTheNewest()
    {
        var issue = Case("eeee", Said("dd"), Said("ccccc"));

        var text = MatchInput.Prepare(issue, "en", 10);

        Assert.True(text.Truncated);
        Assert.Equal(["ccccc", "dd"], Texts(text));
        Assert.Equal("ccccc\n\ndd", text.Field("text")!.Text);
        Assert.False(MatchInput.Prepare(issue, "en", 15).Truncated);
        Assert.Equal(["ccccc", "dd", "eee"], Texts(MatchInput.Prepare(issue, "en", 14)));
    }

    [Fact]
    public void Read_ATurnWithoutWords_IsNoText()
    {
        Assert.Equal(["a"], Texts(Programs.Prepare(Case("a", Said("")))));
        Assert.Equal(["b", ""], Texts(Programs.Prepare(Case("", Said("b"), Said("")))));
    }

    [Fact]
    public void Read_LaterFieldsAndAllThatWasTried_AreTheIssues()
    {
        var issue = Case(
            "a",
            new Turn
            {
                Id = "1",
                Fields = new Dictionary<string, string> { ["OS"] = "y" },
                Tried = ["two", "ONE"],
            }
        ) with
        {
            Fields = new Dictionary<string, string> { ["os"] = "x", ["code"] = "1" },
            Tried = ["one"],
        };

        var read = Programs.Prepare(issue).Issue;

        Assert.Equal(("y", "1"), (read.Fields["os"], read.Fields["code"]));
        Assert.Equal(["one", "two"], read.Tried);
        Assert.Equal("a", read.Text);
    }

    [Theory]
    [InlineData(Author.Customer, Author.Machine, null, true)]
    [InlineData(Author.Customer, Author.Machine, false, true)]
    [InlineData(Author.Unknown, Author.Agent, null, true)]
    [InlineData(Author.Customer, Author.Agent, null, true)]
    [InlineData(Author.Customer, Author.Agent, false, false)]
    [InlineData(Author.Agent, Author.Agent, null, false)]
    [InlineData(Author.Agent, Author.Agent, true, true)]
    [InlineData(Author.Customer, Author.Official, null, false)]
    [InlineData(Author.Customer, Author.Customer, null, false)]
    public void Read_ByWhoWroteIt_IsForAllOrForGuards(Author author, Author by, bool? toCustomer, bool forGuards)
    {
        var issue = Case("alpha", Said("beta", by, toCustomer), Said("gamma")) with { Author = author };

        Assert.Equal(!forGuards, Holds(Beta, issue));
        Assert.True(Holds(Beta, issue, Guards));
        Assert.Equal(forGuards ? ["gamma", "alpha", "beta"] : ["gamma", "beta", "alpha"], Texts(Programs.Prepare(issue).ForGuards));
    }

    [Fact]
    public void Read_HeadersOfAMachine_AreForGuards()
    {
        var turn = new Turn
        {
            Id = "1",
            Text = "out of office",
            Fields = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" },
        };
        var text = Programs.Prepare(Case("alpha", turn));

        Assert.Equal(["alpha"], Texts(text));
        Assert.Empty(text.Issue.Fields);
        Assert.Equal("auto-replied", text.ForGuards.Issue.Fields["auto-submitted"]);
    }

    [Fact]
    public void Match_InTheIndex_GuardsAloneReadMachines()
    {
        var (program, problems) = Programs.TryCompile([File(Beta, "a", guard: false), File(Beta, "b", guard: true)]);
        Assert.Equal("", problems);

        var matches = program.Matcher.Match(Programs.Prepare(Case("alpha", Said("beta", Author.Machine))), FactValues.None).Matches;

        Assert.Equal("b", Assert.Single(matches).Rule.Rule.Set);
    }

    [Fact]
    public void PrepareNewest_WithTurns_IsTheNewestAlone()
    {
        var issue = Case(
            "alpha",
            Said("beta"),
            new Turn
            {
                Id = "m9",
                Text = "gamma",
                Author = Author.Agent,
                ToCustomer = true,
                Fields = new Dictionary<string, string> { ["os"] = "x" },
            }
        ) with
        {
            Title = "delta",
            Channel = "web",
            Tenant = "t",
            Requester = "r",
            Product = "p",
            Locale = "es",
            Fields = new Dictionary<string, string> { ["code"] = "1" },
        };

        var text = MatchInput.PrepareNewest(issue, "en", 100);

        Assert.Equal(["gamma"], Texts(text));
        Assert.Equal(0, text.Views(TextPart.Title).Length);
        Assert.Equal(("x", false), (text.Issue.Fields["os"], text.Issue.Fields.ContainsKey("code")));
        Assert.Equal(
            ("web", "t", "r", "p", "es"),
            (text.Issue.Channel, text.Issue.Tenant, text.Issue.Requester, text.Issue.Product, text.Locale)
        );
        var rule = Programs.Rule("""{ "all": [{ "anyOf": ["gamma"] }, { "field": "os", "equals": "x" }] }""");
        Assert.Equal(
            "/when/all/0/anyOf/0 'gamma' text of m9 'gamma'\n/when/all/1/equals 'x' field:os of m9 'x'",
            Programs.Evidence(Programs.Examine(rule, text), text)
        );
    }

    [Fact]
    public void PrepareNewest_WithoutTurns_IsTheIssue()
    {
        var text = MatchInput.PrepareNewest(
            new Issue
            {
                Id = "1",
                Text = "alpha",
                Title = "beta",
            },
            "en",
            100
        );

        Assert.Equal(["alpha"], Texts(text));
        Assert.Equal(1, text.Views(TextPart.Title).Length);
    }

    [Fact]
    public void Expression_TextOfACase_IsAllTextsTheNewestFirst() =>
        Assert.True(Holds("""{ "expression": "issue.Text == \"beta\\n\\nalpha\"" }""", Said("beta"), "alpha"));

    private static Turn Said(string text, Author by = Author.Customer, bool? toCustomer = null) =>
        new()
        {
            Id = "m",
            Text = text,
            Author = by,
            ToCustomer = toCustomer,
        };

    private static Issue Case(string text, params Turn[] turns) =>
        new()
        {
            Id = "1",
            Text = text,
            Turns = turns,
        };

    private static bool Holds(string when, Turn turn, string text) => Holds(when, Case(text, turn));

    private static bool Holds(string when, Turn first, Turn second, string text = "") => Holds(when, Case(text, first, second));

    private static bool Holds(string when, Issue issue, string set = "") => Programs.Holds(Rule(when, set), Programs.Prepare(issue));

    private static CompiledRule Rule(string when, string set)
    {
        var (program, problems) = Programs.TryCompile(
            Tests.Rules.RuleFiles.Rule(when: when, set: set, then: """{ "outcome": "escalate" }""")
        );
        Assert.Equal("", problems);
        return Assert.Single(program.Rules);
    }

    private static string File(string when, string set, bool guard) =>
        $$"""
            {
              "set": "{{set}}", "title": "S", "owner": "o", "guard": {{(guard ? "true" : "false")}},
              "rules": [ { "id": "{{set}}.a", "title": "A", "type": "a/b", "status": "active", "when": {{when}},
                "then": { "outcome": "escalate" } } ]
            }
            """;

    private static IEnumerable<string> Texts(MatchInput text) => text.Views(TextPart.Text).ToArray().Select(view => view.ToString());
}
