using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Decisions;

/// <summary>In which language somebody is answered whose issue says none.</summary>
public sealed class LanguageTests
{
    private const string Spanish = "alpha: no puedo entrar a mi cuenta desde ayer";
    private const string English = "alpha: I have not been able to sign in since yesterday";
    private const string Swahili = "Siwezi kuingia kwenye akaunti yangu, tafadhali nisaidie haraka iwezekanavyo";
    private const string Tajik = "Ман ба ҳисобам ворид шуда наметавонам";

    [Theory]
    [InlineData(Spanish, "es", "hola")]
    [InlineData(English, "en", "hello")]
    [InlineData("alpha", null, "hello")]
    public void Decide_NoLocale_AnswersInTheLanguageOfTheText(string text, string? language, string answer)
    {
        var resolution = Rulebook("""{ "en": "hello", "es": "hola" }""").Decide(SomeRules.Issue(text));

        Assert.Equal((Outcome.Answered, answer), (resolution.Outcome, resolution.Answer?.Text));
        Assert.Equal(language is null ? null : new IssueLanguage(language, IsRead: true), resolution.Language);
    }

    [Theory]
    [InlineData(Spanish, "en-US", "hola", "es", true)]
    [InlineData(Spanish, "en_US.UTF-8", "hola", "es", true)]
    [InlineData(Spanish, "es-MX", "hola", "es-MX", false)]
    [InlineData(Spanish, "spa", "hola", "spa", false)]
    [InlineData(Spanish, "ast", null, "ast", false)]
    [InlineData(Spanish, "und", "hola", "es", true)]
    [InlineData(Spanish, "Spanish", "hola", "es", true)]
    [InlineData(English, "es-MX", "hello", "en", true)]
    [InlineData("alpha", "es-MX", "hola", "es-MX", false)]
    [InlineData("alpha", "und", "hello", null, false)]
    [InlineData("alpha: Jeg får ikke logget inn på kontoen min", "nb-NO", "hei", "nb-NO", false)]
    [InlineData("alpha: " + Swahili, "en", null, "und-Latn", true)]
    [InlineData("alpha: " + Swahili, "sw", null, "sw", false)]
    [InlineData("alpha: " + Tajik, "en", null, "und-Cyrl", true)]
    [InlineData("alpha: " + Tajik, "tg", null, "tg", false)]
    public void Decide_LocaleGiven_GoesBeforeTheTextButWhereThatIsCertainlyInAnother(
        string text,
        string locale,
        string? answer,
        string? language,
        bool isRead
    )
    {
        var resolution = Rulebook("""{ "en": "hello", "es": "hola", "no": "hei" }""").Decide(SomeRules.Issue(text, locale: locale));

        Assert.Equal(answer, resolution.Answer?.Text);
        Assert.Equal(answer is null ? ResolutionReason.LanguageMissing : ResolutionReason.RuleMatched, resolution.Reason);
        Assert.Equal(language is null ? null : new IssueLanguage(language, isRead), resolution.Language);
    }

    [Theory]
    [InlineData("English", "The issue's locale (English) is no language tag, such as en or es-MX, and its text tells no language")]
    [InlineData("fr", "What it says is not in the customer's language (fr)")]
    [InlineData(null, "The language of the issue is not certain, and what it says is not in that of issues without one (en)")]
    public void Decide_TextIsMissing_SaysWhyThatIsNotKnown(string? locale, string because)
    {
        var resolution = Rulebook("""{ "pt": "ola" }""").Decide(SomeRules.Issue("alpha", locale: locale));

        Assert.Equal(ResolutionReason.LanguageMissing, resolution.Reason);
        Assert.EndsWith($"{because}, so it escalates to team support.", resolution.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "en" } }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "one", "say": { "en": "en" } } ] }""")]
    [InlineData("""{ "outcome": "ask", "ask": [{ "question": "q", "blocking": true }] }""")]
    public void Decide_TextIsCertainlyInAnother_GoesToAPerson(string then)
    {
        var set = SomeRules.Set("one", """ "questions": { "q": { "say": { "en": "Which?" } } }, """, SomeRules.Rule("a", then));

        var resolution = SomeRules.Load(set).Decide(SomeRules.Issue(Spanish));

        Assert.Equal(
            (Outcome.Escalated, ResolutionReason.LanguageMissing, null),
            (resolution.Outcome, resolution.Reason, resolution.Answer)
        );
        Assert.Empty(resolution.Questions);
        Assert.EndsWith(
            "What it says is not in the language of the text (es), so it escalates to team support.",
            resolution.Summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Decide_OnlyTheScriptIsCertain_GoesToAPerson()
    {
        var resolution = Rulebook("""{ "en": "hello" }""").Decide(SomeRules.Issue("alpha: " + Tajik));

        Assert.Equal(ResolutionReason.LanguageMissing, resolution.Reason);
        Assert.Equal("und-Cyrl", resolution.Language?.Primary);
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("es", null)]
    [InlineData("ru", "privet")]
    public void Decide_OnlyTheScriptIsCertain_IsAnsweredInADefaultThatIsWrittenInIt(string defaultLocale, string? answer)
    {
        var loaded = AutoResolve.Rulebook.TryLoad(
            [SomeRules.Set("one", "", Answering("""{ "en": "hello", "es": "hola", "ru": "privet" }"""))],
            new RulebookOptions { DefaultLocale = defaultLocale },
            TimeProvider.System
        );

        var resolution = loaded.Rulebook!.Evaluate(SomeRules.Issue("alpha: Принтер не работает")).Decide().Resolution;

        Assert.Equal((answer, "und-Cyrl"), (resolution.Answer?.Text, resolution.Language?.Primary));
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("es", "hola")]
    public void Decide_OnlyThatItIsNotEnglishIsCertain_IsNotAnsweredInIt(string defaultLocale, string? answer)
    {
        var loaded = AutoResolve.Rulebook.TryLoad(
            [SomeRules.Set("one", "", Answering("""{ "en": "hello", "es": "hola" }"""))],
            new RulebookOptions { DefaultLocale = defaultLocale },
            TimeProvider.System
        );

        var resolution = loaded.Rulebook!.Evaluate(SomeRules.Issue("alpha: " + Swahili)).Decide().Resolution;

        Assert.Equal((answer, "und-Latn"), (resolution.Answer?.Text, resolution.Language?.Primary));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("en", "en")]
    public void Decide_HostReadsNoLanguage_AnswersInTheDefaultOrByTheLocale(string? locale, string? language)
    {
        var loaded = AutoResolve.Rulebook.TryLoad(
            [SomeRules.Set("one", "", Answering("""{ "en": "hello", "es": "hola" }"""))],
            new RulebookOptions { ReadLanguage = false },
            TimeProvider.System
        );

        var resolution = loaded.Rulebook!.Evaluate(SomeRules.Issue(Spanish, locale: locale)).Decide().Resolution;

        Assert.Equal(("hello", language), (resolution.Answer?.Text, resolution.Language?.Tag));
    }

    [Theory]
    [InlineData("no puedo entrar a mi cuenta", "es")]
    [InlineData("ok", "en")]
    public void Evaluate_Turns_TheNewestTextTellsElseAll(string turn, string language)
    {
        var issue = SomeRules.Issue(English) with { Turns = [new Turn { Id = "1", Text = turn }] };

        Assert.Equal(new IssueLanguage(language, IsRead: true), Rulebook("""{ "en": "hello" }""").Evaluate(issue).Language);
    }

    [Fact]
    public void Evaluate_QuoteBelow_IsNotRead()
    {
        var issue = SomeRules.Issue(
            "No puedo entrar a mi cuenta\n\nOn Mon, Nov 3, 2025 at 9:14 AM Help <help@example.org> wrote:\n> Thank you for what you have sent to us.\n> We will write soon."
        );

        Assert.Equal("es", Rulebook("""{ "en": "hello" }""").Evaluate(issue).Language?.Tag);
    }

    [Theory]
    [InlineData(Spanish, null, "es")]
    [InlineData(Spanish, "en-US", "es")]
    [InlineData(Spanish, "es-MX", "es-MX")]
    [InlineData(Spanish, " ", "es")]
    [InlineData(Swahili, null, "und-Latn")]
    [InlineData("alpha", "en-US", "en-US")]
    [InlineData("alpha", "English", "")]
    [InlineData("alpha", null, "")]
    public void Language_ForMatching_IsThatOfTheIssue(string text, string? locale, string language) =>
        Assert.Equal(language, MatchInput.Prepare(SomeRules.Issue(text, locale: locale), "en", 1_000).Language.ToString());

    [Theory]
    [InlineData("Desde ayer me sale error 105 cuando quiero entrar en mi página", null, "es")]
    [InlineData("Desde ayer me sale error 105 cuando quiero entrar en mi página", "es", "es")]
    [InlineData("Desde ayer me sale error 105 cuando quiero entrar en mi página", "en", "es")]
    [InlineData("Seit gestern kommt error 105, wenn ich mich anmelden will", null, "de")]
    [InlineData("error 105", "de-AT", "de-AT")]
    [InlineData("Принтер не работает: error 105", null, "und-Cyrl")]
    public void Decide_OnlyARuleOfAnotherLanguageHolds_IsForWantOfTheLanguage(string text, string? locale, string language)
    {
        var resolution = SomeRules.Load(InEnglish()).Decide(SomeRules.Issue(text, locale: locale));

        Assert.Equal((Outcome.Escalated, ResolutionReason.LanguageMissing), (resolution.Outcome, resolution.Reason));
        Assert.Equal(("error", "t/error", "payments"), (resolution.Rule?.Id, resolution.Type, resolution.Team));
        Assert.Null(resolution.Answer);
        Assert.Equal(
            $"Rule error knows this, but its set is in en, and the issue in {language}, so it escalates to team payments.",
            resolution.Summary
        );
    }

    [Theory]
    [InlineData("error 104", "es", "active", SomeRules.Route, "", ResolutionReason.NoRuleMatched)]
    [InlineData("error 105", "es", "draft", SomeRules.Route, "", ResolutionReason.NoRuleMatched)]
    [InlineData("error 105", "es", "shadow", SomeRules.Route, "", ResolutionReason.NoRuleMatched)]
    [InlineData("error 105", "es", "active", """{ "outcome": "ignore" }""", "", ResolutionReason.NoRuleMatched)]
    [InlineData("error 105", "es", "active", SomeRules.Route, """ "scope": { "channel": ["phone"] }, """, ResolutionReason.NoRuleMatched)]
    [InlineData("error 105", "en", "active", SomeRules.Route, "", ResolutionReason.RuleMatched)]
    [InlineData("error 105", null, "active", SomeRules.Route, "", ResolutionReason.RuleMatched)]
    public void Decide_RuleOfAnotherLanguage_CountsWhereItWouldAct(
        string text,
        string? locale,
        string status,
        string then,
        string more,
        ResolutionReason reason
    ) => Assert.Equal(reason, SomeRules.Load(InEnglish(status, then, more)).Decide(SomeRules.Issue(text, locale: locale)).Reason);

    private static RuleFile InEnglish(string status = "active", string then = SomeRules.Route, string more = "") =>
        SomeRules.Set("en", """ "language": "en", """, SomeRules.Rule("error", then, """{ "anyOf": ["error 105"] }""", status, more));

    private static Rulebook Rulebook(string texts) => SomeRules.Load(Answering(texts));

    private static string Answering(string texts) => SomeRules.Rule("a", $$"""{ "outcome": "answer", "answer": {{texts}} }""");
}
