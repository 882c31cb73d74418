using AutoResolve.Matching;

namespace AutoResolve.Tests.Decisions;

/// <summary>In which language somebody is answered whose issue says none.</summary>
public sealed class LanguageTests
{
    private const string Spanish = "alpha: no puedo entrar a mi cuenta desde ayer";
    private const string English = "alpha: I have not been able to sign in since yesterday";

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

    [Fact]
    public void Decide_LocaleGiven_GoesBeforeTheText()
    {
        var resolution = Rulebook("""{ "en": "hello", "es": "hola" }""").Decide(SomeRules.Issue(Spanish, locale: "en-US"));

        Assert.Equal("hello", resolution.Answer?.Text);
        Assert.Equal(new IssueLanguage("en-US", IsRead: false), resolution.Language);
        Assert.Equal("en", resolution.Language?.Primary);
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
        var resolution = Rulebook("""{ "en": "hello" }""").Decide(SomeRules.Issue("alpha: Ман ба ҳисобам ворид шуда наметавонам"));

        Assert.Equal(ResolutionReason.LanguageMissing, resolution.Reason);
        Assert.Equal("und-Cyrl", resolution.Language?.Primary);
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

        var resolution = loaded
            .Rulebook!.Evaluate(SomeRules.Issue("alpha: Siwezi kuingia kwenye akaunti yangu, tafadhali nisaidie haraka iwezekanavyo"))
            .Decide()
            .Resolution;

        Assert.Equal((answer, "und-Latn"), (resolution.Answer?.Text, resolution.Language?.Primary));
    }

    [Fact]
    public void Decide_HostReadsNoLanguage_AnswersInTheDefault()
    {
        var loaded = AutoResolve.Rulebook.TryLoad(
            [SomeRules.Set("one", "", Answering("""{ "en": "hello", "es": "hola" }"""))],
            new RulebookOptions { ReadLanguage = false },
            TimeProvider.System
        );

        var resolution = loaded.Rulebook!.Evaluate(SomeRules.Issue(Spanish)).Decide().Resolution;

        Assert.Equal(("hello", null), (resolution.Answer?.Text, resolution.Language));
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
    [InlineData(Spanish, "en-US", "en")]
    [InlineData(Spanish, " ", "es")]
    [InlineData("alpha", null, "")]
    public void Language_ForMatching_IsWithoutRegion(string text, string? locale, string language) =>
        Assert.Equal(language, MatchInput.Prepare(SomeRules.Issue(text, locale: locale), "en", 1_000).Language.ToString());

    private static Rulebook Rulebook(string texts) => SomeRules.Load(Answering(texts));

    private static string Answering(string texts) => SomeRules.Rule("a", $$"""{ "outcome": "answer", "answer": {{texts}} }""");
}
