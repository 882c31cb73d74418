using AutoResolve.Decisions;

namespace AutoResolve.Tests.Decisions.Templates;

/// <summary>What a template says to whom.</summary>
public sealed class AnswerTests
{
    private const string IncidentFact = """ "facts": { "incident": "The open incident" }, """;

    [Theory]
    [InlineData("es-MX", "es-mx")]
    [InlineData("es-mx-x-old", "es-mx")]
    [InlineData("ES", "es")]
    [InlineData("es_ES", "es")]
    [InlineData(null, "en")]
    [InlineData("----", "en")]
    public void Answer_Locale_FallsBackToLanguageThenDefault(string? locale, string expected)
    {
        var answer = Rulebook("""{ "de": "de", "es": "es", "en": "en", "es-MX": "es-mx" }""")
            .Decide(SomeRules.Issue("alpha", locale: locale))
            .Answer;

        Assert.Equal(expected, answer?.Text);
        Assert.Equal(expected, answer?.Locale, ignoreCase: true);
    }

    [Theory]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "en", "es": "es" } }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "one", "say": { "en": "en" } } ] }""")]
    [InlineData("""{ "outcome": "ask", "ask": [{ "question": "q", "blocking": true }] }""")]
    public void Decide_CustomersLanguageIsMissing_GoesToAPerson(string then)
    {
        var set = SomeRules.Set("one", """ "questions": { "q": { "say": { "en": "Which?" } } }, """, SomeRules.Rule("a", then));

        var resolution = SomeRules.Load(set).Decide(SomeRules.Issue("alpha", locale: "fr-CA"));

        Assert.Equal(
            (Outcome.Escalated, ResolutionReason.LanguageMissing, null),
            (resolution.Outcome, resolution.Reason, resolution.Answer)
        );
        Assert.Empty(resolution.Questions);
        Assert.Equal(
            "Rule a matched \"alpha\". What it says is not in the customer's language (fr-CA), so it escalates to team support.",
            resolution.Summary
        );
    }

    [Theory]
    [InlineData("fr", Outcome.Routed)]
    [InlineData("en-GB", Outcome.Routed)]
    public void Decide_NothingToSay_NeedsNoLanguage(string locale, Outcome expected) =>
        Assert.Equal(expected, SomeRules.Load(SomeRules.Rule("a")).Decide(SomeRules.Issue("alpha", locale: locale)).Outcome);

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied; owner-email=\"a@example.org\"", true)]
    [InlineData("auto-submitted", "auto-generated", true)]
    [InlineData("Auto-Submitted", "No ; x=1", false)]
    [InlineData("Auto-Submitted", " ", false)]
    [InlineData("Precedence", "Bulk", true)]
    [InlineData("Precedence", "first-class", false)]
    [InlineData("X-Auto-Response-Suppress", "DR, AutoReply", true)]
    [InlineData("X-Auto-Response-Suppress", "DR", false)]
    [InlineData("List-Id", "<news.example.org>", true)]
    [InlineData("Return-Path", "<>", true)]
    [InlineData("Return-Path", "<a@example.org>", false)]
    [InlineData("Subject", "auto-replied", false)]
    public void Decide_MessageOfAMachine_IsNotAnswered(string header, string value, bool isMachine)
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "questions": { "q": { "say": { "en": "Which?" } } }, """,
                SomeRules.Rule("a", """{ "outcome": "answer", "answer": { "en": "Do it." } }"""),
                SomeRules.Rule("b", """{ "outcome": "ask", "ask": [{ "question": "q", "blocking": true }] }""", """{ "anyOf": ["beta"] }""")
            )
        );

        var answered = rulebook.Decide(SomeRules.Issue("alpha", fields: (header, value)));
        var asked = rulebook.Decide(SomeRules.Issue("beta", fields: (header, value)));

        Assert.Equal(
            isMachine ? (Outcome.Escalated, ResolutionReason.SentByMachine) : (Outcome.Answered, ResolutionReason.RuleMatched),
            (answered.Outcome, answered.Reason)
        );
        Assert.Equal(
            isMachine ? (Outcome.Escalated, ResolutionReason.SentByMachine) : (Outcome.Asked, ResolutionReason.FactsMissing),
            (asked.Outcome, asked.Reason)
        );
        Assert.Equal((isMachine, isMachine), (answered.Answer is null, asked.Questions.Count == 0));
    }

    [Fact]
    public void Answer_LongHostileLocale_CostsLittle() =>
        Assert.Equal(
            "en",
            Rulebook("""{ "en": "en" }""").Decide(SomeRules.Issue("alpha", locale: new string('-', 1_000_000))).Answer?.Text
        );

    [Theory]
    [InlineData("Hello {{ issue.fields.name }}", "Hello Ann")]
    [InlineData("{{ issue.fields.NAME | upcase }}", "ANN")]
    [InlineData("{{ issue.fields['name'] }}", "Ann")]
    [InlineData("{{ issue.fields.size }}", "XL")]
    [InlineData(
        "{{ issue.id }} {{ issue.channel }} {{ rule.id }} {{ rule.title }} {{ rule.type }} {{ rule.owner }}",
        "issue-1 phone a About a t/a support"
    )]
    [InlineData("{% if issue.channel == \"phone\" %}Call{% elsif issue.channel == 'web' %}Click{% else %}Write{% endif %}", "Call")]
    [InlineData("{% unless issue.fields.none %}No{% endunless %}", "No")]
    [InlineData("{% case issue.channel %}{% when 'web', 'phone' %}Both{% else %}{{ issue.fields.none }}{% endcase %}", "Both")]
    [InlineData("{{ issue.fields.none | default: \"there\" }}", "there")]
    [InlineData("{{ issue.fields.blank | default: issue.fields.name }}", "Ann")]
    [InlineData("{% if issue.fields.blank %}Blank{% endif %}.", ".")]
    [InlineData("{% if issue.fields.none == nil and issue.fields.name contains 'n' %}Right{% endif %}", "Right")]
    [InlineData("{{ issue.fields.name | append: '!' | prepend: issue.channel | replace: 'A', 'O' | truncate: 8, '' }}", "phoneOnn")]
    [InlineData("{{ 'fixed' }}{% comment %}for staff{% endcomment %}", "fixed")]
    [InlineData("{% raw %}{{ as it is }}{% endraw %}", "{{ as it is }}")]
    [InlineData("a }} b %}", "a }} b %}")]
    public void Answer_Template_PrintsValues(string template, string expected)
    {
        var issue = SomeRules.Issue("alpha", channel: "phone", fields: [("name", "Ann"), ("blank", "  "), ("size", "XL")]);

        var resolution = Rulebook(En(template)).Decide(issue);

        Assert.Equal((Outcome.Answered, expected), (resolution.Outcome, resolution.Answer?.Text));
    }

    [Theory]
    [InlineData("Hello {{ issue.fields.name }}", "issue.fields.name")]
    [InlineData("{{ issue.fields.name | upcase }}", "issue.fields.name")]
    [InlineData("{{ issue.product | append: issue.fields.name }}", "issue.fields.name, issue.product")]
    [InlineData("{{ issue.fields.blank }}", "issue.fields.blank")]
    [InlineData("{% if issue.fields.blank == nil %}{{ issue.title }}{% endif %}", "issue.title")]
    [InlineData("{{ issue.fields.blank | default: issue.fields.name }}", "issue.fields.name")]
    public void Answer_PrintsWhatTheIssueLacks_EscalatesAndNamesIt(string template, string missing)
    {
        var resolution = Rulebook(En(template)).Decide(SomeRules.Issue("alpha", fields: [("blank", " ")]));

        Assert.Equal(
            (Outcome.Escalated, ResolutionReason.ValueMissing, "support"),
            (resolution.Outcome, resolution.Reason, resolution.Team)
        );
        Assert.Null(resolution.Answer);
        Assert.Empty(resolution.Actions);
        Assert.Equal("a", resolution.Rule?.Id);
        Assert.Equal(
            $"Rule a matched \"alpha\". What it says or does needs {missing}, which the issue lacks, so it escalates to team support.",
            resolution.Summary
        );
    }

    [Theory]
    [InlineData("{{ facts.incident }}", "INC-7", "INC-7")]
    [InlineData("{{ facts.incident | downcase }}", "INC-7", "inc-7")]
    [InlineData("Known{% unless facts.incident == \"none\" %}: {{ facts.incident }}{% endunless %}.", "none", "Known.")]
    [InlineData("Known{% unless facts.incident == \"none\" %}: {{ facts.incident }}{% endunless %}.", "INC-7", "Known: INC-7.")]
    [InlineData("{% if facts.incident %}Known{% else %}Not known{% endif %}", null, "Not known")]
    [InlineData("{{ facts.incident | default: 'nothing' }}", null, "nothing")]
    [InlineData("{{ facts.incident }}", "two\r\nlines \u202Eand turned", "two  lines and turned")]
    public void Answer_Fact_IsPrinted(string template, string? incident, string expected) =>
        Assert.Equal(
            expected,
            WithFact(template).Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?> { ["incident"] = incident }).Answer?.Text
        );

    [Fact]
    public void Answer_PrintsAFactThatIsNotKnown_Escalates()
    {
        var resolution = WithFact("{{ facts.incident }}")
            .Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?> { ["incident"] = null });

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (resolution.Outcome, resolution.Reason));
        Assert.Equal(
            "Rule a matched \"alpha\". What it says or does needs facts.incident, which is not known, so it escalates to team support.",
            resolution.Summary
        );
    }

    [Fact]
    public void Answer_FactForAChannelOfHtml_IsEncoded() =>
        Assert.Equal(
            "a &lt;b&gt; &amp; c",
            WithFact("{{ facts.incident }}")
                .Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?> { ["incident"] = "a <b> & c" }, AnswerFormat.Html)
                .Answer?.Text
        );

    [Theory]
    [InlineData("{{ facts.incidnt }}", "There is no value 'facts.incidnt'. Did you mean 'facts.incident'?")]
    [InlineData("{{ facts.Incident }}", "There is no value 'facts.Incident'. Did you mean 'facts.incident'?")]
    [InlineData("{{ facts.somethingElse }}", "There is no value 'facts.somethingElse'. There are")]
    [InlineData("{{ facts }}", "There is no value 'facts'.")]
    [InlineData("{{ facts.incident.id }}", "There is no value 'facts.incident.id'.")]
    public void Answer_FactThatIsNotDeclared_IsRefused(string template, string expected)
    {
        var file = SomeRules.Set("one", IncidentFact, SomeRules.Rule("a", Then(En(template))));

        Assert.Contains(
            expected,
            Assert
                .Single(SomeRules.TryLoad(file).Diagnostics, diagnostic =>
                    diagnostic.Severity == AutoResolve.Rules.DiagnosticSeverity.Error
                )
                .ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Try again.")]
    [InlineData("Call {{ contacts.helpLine }}.")]
    public void Decide_TextThatIsAlwaysTheSame_IsMadeOnce(string text)
    {
        var rulebook = SomeRules.Load(SomeRules.Set("one", HelpLine, SomeRules.Rule("a", Then(En(text)))));

        Assert.Same(rulebook.Decide("alpha").Answer?.Text, rulebook.Decide("alpha").Answer?.Text);
    }

    [Theory]
    [InlineData("Call {{ contacts.helpLine }}.", AnswerFormat.PlainText, "Call <800> & 5.")]
    [InlineData("Call {{ contacts.helpLine }}.", AnswerFormat.Html, "Call &lt;800&gt; &amp; 5.")]
    [InlineData("{% if contacts.helpLine == '<800> & 5' %}{{ contacts.helpLine | size }}{% endif %}", AnswerFormat.PlainText, "9")]
    public void Answer_Contact_IsPrinted(string template, AnswerFormat format, string expected) =>
        Assert.Equal(
            expected,
            SomeRules
                .Load(SomeRules.Set("one", HelpLine, SomeRules.Rule("a", Then(En(template)))))
                .Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?>(), format)
                .Answer?.Text
        );

    [Fact]
    public void Answer_ContactOfASharedSet_IsPrinted() =>
        Assert.Equal(
            "<800> & 5",
            SomeRules
                .Load(
                    SomeRules.Set("shared", """ "shared": true, """ + HelpLine, SomeRules.Rule("b", when: """{ "anyOf": ["beta"] }""")),
                    SomeRules.Set("one", "", SomeRules.Rule("a", Then(En("{{ contacts.helpLine }}"))))
                )
                .Decide("alpha")
                .Answer?.Text
        );

    [Theory]
    [InlineData("{{ contacts.helpline }}", "There is no value 'contacts.helpline'. Did you mean 'contacts.helpLine'?")]
    [InlineData("{{ contacts.helpLine.value }}", "There is no value 'contacts.helpLine.value'.")]
    [InlineData("{{ contacts }}", "There is no value 'contacts'.")]
    public void Answer_ContactThatDoesNotExist_IsRefused(string template, string expected)
    {
        var file = SomeRules.Set("one", HelpLine, SomeRules.Rule("a", Then(En(template))));

        Assert.Contains(
            expected,
            Assert
                .Single(SomeRules.TryLoad(file).Diagnostics, diagnostic =>
                    diagnostic.Severity == AutoResolve.Rules.DiagnosticSeverity.Error
                )
                .ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Answer_MissingValueInABranchNotTaken_IsNotNeeded()
    {
        var rulebook = Rulebook(En("{% if issue.channel == 'phone' %}Call.{% else %}We write to {{ issue.fields.email }}.{% endif %}"));

        Assert.Equal("Call.", rulebook.Decide(SomeRules.Issue("alpha", channel: "phone")).Answer?.Text);
        Assert.Equal(ResolutionReason.ValueMissing, rulebook.Decide(SomeRules.Issue("alpha", channel: "web")).Reason);
    }

    [Theory]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "s", "say": { "en": "{{ issue.fields.x }}" } } ] }""")]
    [InlineData("""{ "outcome": "fix", "actions": [ { "do": "close", "with": { "deep": [ { "x": "{{ issue.fields.x }}" } ] } } ] }""")]
    [InlineData("""{ "outcome": "route", "answer": { "en": "{{ issue.fields.x }}" } }""")]
    [InlineData("""{ "outcome": "ask", "ask": [{ "question": "q", "blocking": true }] }""")]
    public void Decide_MissingValueAnywhere_Escalates(string then)
    {
        var set = SomeRules.Set(
            "one",
            """ "handlers": { "close": "" }, "questions": { "q": { "say": { "en": "{{ issue.fields.x }}?" } } }, """.Replace(
                "\"\"",
                "\"Closes\"",
                StringComparison.Ordinal
            ),
            SomeRules.Rule("a", then)
        );

        var resolution = SomeRules.Load(set).Decide("alpha");

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (resolution.Outcome, resolution.Reason));
        Assert.Empty(resolution.Questions);
    }

    [Theory]
    [InlineData(AnswerFormat.PlainText, "Año <b>&</b>\n*now* <i>\"x\"</i>")]
    [InlineData(AnswerFormat.Html, "Año &lt;b&gt;&amp;&lt;/b&gt;<br>*now* &lt;i&gt;&quot;x&quot;&lt;/i&gt;")]
    [InlineData(AnswerFormat.Markdown, "Año \\<b\\>\\&\\</b\\>\n\\*now\\* \\<i\\>\"x\"\\</i\\>")]
    public void Answer_IsEncodedForTheChannel(AnswerFormat format, string expected)
    {
        var answer = Rulebook(En("Año <b>&</b>\r\n*now* {{ issue.fields.value }}"))
            .Decide(SomeRules.Issue("alpha", fields: [("value", "<i>\"x\"</i>")]), format: format)
            .Answer;

        Assert.Equal((expected, format), (answer?.Text, answer?.Format));
    }

    [Theory]
    [InlineData("a\nb\u0007\u2028c", "a b  c")]
    [InlineData("a\u202Eb\u2066", "ab")]
    [InlineData("{{ issue.id }}{% if %}", "{{ issue.id }}{% if %}")]
    public void Answer_HostileValue_ShapesNothing(string value, string expected) =>
        Assert.Equal(
            expected,
            Rulebook(En("{{ issue.fields.value }}")).Decide(SomeRules.Issue("alpha", fields: [("value", value)])).Answer?.Text
        );

    [Fact]
    public void Answer_HalfASurrogatePair_IsReplaced() =>
        Assert.Equal(
            "a\uFFFDb",
            Rulebook(En("{{ issue.fields.value }}")).Decide(SomeRules.Issue("alpha", fields: [("value", "a\uD800b")])).Answer?.Text
        );

    [Fact]
    public void Answer_HugeValues_AreBounded()
    {
        var template = string.Concat(
            Enumerable.Repeat("{{ issue.fields.value | replace: 'a', '" + new string('a', 200) + "' | url_encode }}", 30)
        );

        var answer = Rulebook(En(template)).Decide(SomeRules.Issue("alpha", fields: [("value", new string('a', 1_000_000))])).Answer;

        Assert.Equal(30 * 10_000, answer?.Text.Length);
    }

    [Fact]
    public void Html_MarkupOfEveryKind_IsEncoded()
    {
        var encoded = AnswerEncoder.Encode("<script>'\"&\u0000</script>", AnswerFormat.Html);

        Assert.DoesNotContain(encoded, character => character is '<' or '>' or '\'' or '"' or '\u0000');
    }

    private const string HelpLine = """ "contacts": { "helpLine": { "value": "<800> & 5", "what": "The help line" } }, """;

    private static string En(string template) => $$"""{ "en": {{System.Text.Json.JsonSerializer.Serialize(template)}} }""";

    private static string Then(string answer) => $$"""{ "outcome": "answer", "answer": {{answer}} }""";

    private static Rulebook Rulebook(string answer) => SomeRules.Load(SomeRules.Rule("a", Then(answer)));

    private static Rulebook WithFact(string template) =>
        SomeRules.Load(SomeRules.Set("one", IncidentFact, SomeRules.Rule("a", Then(En(template)))));
}
