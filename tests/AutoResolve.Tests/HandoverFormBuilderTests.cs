using AutoResolve.Decisions;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests;

public sealed class HandoverFormBuilderTests
{
    private const string Desk = """
        "facts": { "incident": "The open incident" },
        "desk": {
          "teams": [ { "name": "Identity", "label": "Sign-in", "channel": "#identity", "owner": "Ana" }, { "name": "bare", "label": "Bare" } ],
          "handovers": [
          { "title": "Identity", "teams": ["identity"], "sections": [
            { "title": "Words", "show": "text" }, { "title": "When", "show": "received" },
              { "title": "Device", "show": "fields.device" }, { "title": "Browser", "show": "fields.browser" },
            { "title": "Tried", "show": "tried" }, { "title": "Team", "show": "team" }, { "title": "Rule", "show": "rule" }, { "title": "Considered", "show": "considered" } ] },
          { "title": "Everyone", "sections": [
            { "title": "Title", "show": "title" }, { "title": "Channel", "show": "channel" },
              { "title": "Product", "show": "product" }, { "title": "Language", "show": "locale" },
            { "title": "Type", "show": "type" }, { "title": "Why", "show": "summary" },
              { "title": "Team", "show": "team" }, { "title": "Open", "show": "questions" }, { "title": "Facts", "show": "facts" } ] }
        ] },
        """;

    private static readonly Issue Issue = new()
    {
        Id = "1",
        Text = "alpha, my ssn is 123-45-6789",
        Title = "Call me at 202-555-0143",
        ReceivedAt = new DateTimeOffset(2026, 11, 1, 9, 30, 0, TimeSpan.FromHours(-5)),
        Fields = new Dictionary<string, string> { ["device"] = "phone of jane.doe@example.org" },
        Tried = ["restart", "other-browser"],
    };

    [Fact]
    public void Form_OfTheTeam_IsFilledWithoutPersonalData() =>
        Assert.Equal(
            [
                ("Words", "alpha, my ssn is [PII_SSN]"),
                ("When", "2026-11-01 14:30 UTC"),
                ("Device", "phone of [PII_EMAIL]"),
                ("Browser", "not known"),
                ("Tried", "restart\nother-browser"),
                ("Team", "Sign-in, reached at #identity, owned by Ana"),
                ("Rule", "a (About a)"),
                ("Considered", "a (About a)\nb (About b)"),
            ],
            Form("identity")
        );

    [Fact]
    public void Form_OfATeamWithoutOne_IsTheOneForEveryone() =>
        Assert.Equal(
            [
                ("Title", "Call me at [PII_PHONE]"),
                ("Channel", "not known"),
                ("Product", "not known"),
                ("Language", "not known"),
                ("Type", "t/a"),
                ("Why", "Rule a matched \"alpha\". It goes to team other."),
                ("Team", "other"),
                ("Open", "none"),
                ("Facts", "none"),
            ],
            Form("other")
        );

    [Fact]
    public void Team_WithoutChannelAndOwner_IsItsLabel() => Assert.Contains(("Team", "Bare"), Form("bare"));

    [Fact]
    public void Form_WithoutADesk_IsEmpty() =>
        Assert.Empty(Write(SomeRules.Load(SomeRules.Rule("a", """{ "outcome": "escalate" }""")), Issue));

    [Fact]
    public void Form_FieldsAndStepsThatTheWordsTell_AreFilledIn_WhicheverRuleDecided()
    {
        const string Asked = """
            "shared": true,
            "questions": { "device": { "say": { "en": "Which device?" }, "extract": "device" },
              "browser": { "say": { "en": "Which browser?" }, "choices": [ { "value": "firefox", "say": { "en": "Firefox" } }, { "value": "chrome", "say": { "en": "Chrome" } } ] } },
            "steps": { "restart": { "say": { "en": "Restart." }, "triedWhen": { "anyOf": ["restarted"] } },
              "unplug": { "say": { "en": "Unplug." }, "triedWhen": { "anyOf": ["unplugged"] } },
              "buy": { "say": { "en": "Buy." }, "triedWhen": { "anyOf": ["firefox"] } } },
            """;
        var rulebook = SomeRules.Load(
            SomeRules.Set("one", Desk, SomeRules.Rule("a", """{ "outcome": "route", "team": "identity" }""")),
            SomeRules.Set(
                "two",
                Asked,
                SomeRules.Rule(
                    "other",
                    """{ "outcome": "answer", "steps": ["restart", "unplug", "buy"], "ask": ["device", "browser"] }""",
                    when: """{ "anyOf": ["omega"] }"""
                )
            ),
            SomeRules.Set(
                "three",
                "",
                SomeRules.Rule("more", """{ "outcome": "answer", "steps": ["restart", "unplug"] }""", when: """{ "anyOf": ["psi"] }""")
            )
        );

        var form = Write(rulebook, new Issue { Id = "1", Text = "alpha in firefox on my ipad, I restarted it" });

        Assert.Equal("ipad", form.Single(section => section.Title == "Device").Text);
        Assert.Equal("firefox", form.Single(section => section.Title == "Browser").Text);
        Assert.Equal("restart", form.Single(section => section.Title == "Tried").Text);
    }

    [Fact]
    public void Form_FieldCalledAsAnExtractor_IsWhatItFinds_ThoughNobodyAsks()
    {
        const string Profile = """ "profile": { "en": { "extractors": { "browser": { "anyOf": ["netscape"] } } } }, """;
        var rulebook = SomeRules.Load(
            SomeRules.Set("one", Desk + Profile, SomeRules.Rule("a", """{ "outcome": "route", "team": "identity" }"""))
        );

        var form = Write(rulebook, new Issue { Id = "1", Text = "alpha in Netscape" });

        Assert.Equal("Netscape", form.Single(section => section.Title == "Browser").Text);
    }

    [Fact]
    public void Form_FieldThatIsFilledIn_IsNotReadFromTheText()
    {
        const string Asked = """ "questions": { "device": { "say": { "en": "Which device?" }, "extract": "device" } }, """;
        var rulebook = SomeRules.Load(
            SomeRules.Set("one", Desk + Asked, SomeRules.Rule("a", """{ "outcome": "route", "team": "identity", "ask": ["device"] }"""))
        );
        var issue = new Issue
        {
            Id = "1",
            Text = "alpha on my ipad",
            Fields = new Dictionary<string, string> { ["device"] = "laptop" },
        };

        Assert.Equal("laptop", Write(rulebook, issue).Single(section => section.Title == "Device").Text);
    }

    [Fact]
    public void Form_RedactorFails_ShowsNothingOfTheText()
    {
        var rulebook = Rulebook("identity");

        var form = rulebook.HandOver(Issue, new HandoverFormBuilder(new Redaction(new BrokenRedactor()).Text)).Form;

        Assert.DoesNotContain(form, section =>
            section.Text.Contains("alpha", StringComparison.Ordinal) || section.Text.Contains("phone", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("danger/crisis", "identity", 1, 1, true, "critical")]
    [InlineData("dangerous", "identity", 1, 1, true, "low")]
    [InlineData("a/b", "mhv", 12, 1, true, "low")]
    [InlineData("a/b", "MHV", 1, 1, false, "medium")]
    [InlineData("a/b", null, 12, 10, true, "urgent")]
    [InlineData("a/b", null, 10, 9, true, "high")]
    [InlineData("a/b", null, 9, 9, false, "medium")]
    [InlineData("a/b", null, 9, 9, true, "low")]
    public void Priority_FirstThatFits_Counts(string type, string? team, int reports, int most, bool workaround, string expected)
    {
        const string Rows = """
            "desk": { "priorities": [
              { "name": "critical", "types": ["danger"], "resolve": "24h" },
              { "name": "medium", "teams": ["mhv"], "workaround": false, "resolve": "5d" },
              { "name": "low", "teams": ["mhv"], "resolve": "10d" },
              { "name": "urgent", "reportsADay": 10, "resolve": "48h" },
              { "name": "high", "reports": 10, "resolve": "7d" },
              { "name": "medium", "workaround": false, "resolve": "15d" },
              { "name": "low", "resolve": "30d" } ] },
            """;
        var desk = SomeRules.Load(SomeRules.Set("one", Rows, SomeRules.Rule("a", """{ "outcome": "escalate" }"""))).Desk!;

        Assert.Equal(expected, desk.PriorityOf(new(type, team, reports, most, workaround)));
    }

    private static IEnumerable<(string, string)> Form(string team) =>
        Write(Rulebook(team), Issue).Select(section => (section.Title, section.Text));

    private static Rulebook Rulebook(string team) =>
        SomeRules.Load(
            SomeRules.Set(
                "one",
                Desk,
                SomeRules.Rule("a", $$"""{ "outcome": "route", "team": "{{team}}" }"""),
                SomeRules.Rule("b", more: """ "priority": -1, """)
            )
        );

    private static IReadOnlyList<HandoverSection> Write(Rulebook rulebook, Issue issue) =>
        rulebook.HandOver(issue, new HandoverFormBuilder(new Redaction(new PersonalDataRedactor()).Text)).Form;

    private sealed class BrokenRedactor : IRedactor
    {
        public string Redact(string text) => throw new InvalidOperationException("broken");
    }
}
