using AutoResolve.Json;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Uses;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;

namespace AutoResolve.Tests.Rules.Linting;

/// <summary>What lint finds is tested by the examples of its pages under rules/docs; here is what it must leave alone.</summary>
public sealed class LintTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SourceLocation Somewhere = new("a.json", 1, 1, JsonPath.Root);

    [Fact]
    public void Lint_SoundRule_FindsNothing() => Assert.Empty(Lint(Sound()));

    [Fact]
    public void Lint_RetiredRule_IsLeftAlone() =>
        Assert.Empty(
            Lint(Sound() with { Status = RuleStatus.Retired, Tests = [], Source = null, Reviewed = null, Until = Day(2020, 1, 1) })
        );

    [Theory]
    [InlineData(CauseKind.UserSide)]
    [InlineData(CauseKind.Provisioning)]
    [InlineData(CauseKind.Information)]
    [InlineData(CauseKind.Circumstances)]
    [InlineData(CauseKind.Unknown)]
    internal void Lint_CauseThatIsNoDefect_NeedsNoTracking(CauseKind kind) =>
        Assert.Empty(Lint(Sound() with { Cause = new Cause("The clock is slow", kind, null, Somewhere) }));

    [Theory]
    [InlineData(CauseKind.KnownDefect, null, true, LintCodes.StealthyWorkaround)]
    [InlineData(CauseKind.Outage, "https://example.org/1", false, LintCodes.StealthyWorkaround)]
    [InlineData(CauseKind.Outage, " ", true, LintCodes.StealthyWorkaround)]
    [InlineData(CauseKind.KnownDefect, "https://example.org/1", true, null)]
    internal void Lint_DefectOrOutage_NeedsTrackingAndEnd(CauseKind kind, string? tracking, bool ends, string? expected)
    {
        var rule = Sound() with { Cause = new Cause(null, kind, tracking, Somewhere), Until = ends ? Day(2027, 1, 1) : null };

        Assert.Equal(expected is null ? [] : [expected], Lint(rule));
    }

    [Theory]
    [InlineData(2025, 11, 23, null)]
    [InlineData(2025, 11, 22, LintCodes.StaleReview)]
    [InlineData(2026, 11, 23, null)]
    [InlineData(2026, 11, 24, LintCodes.StaleReview)]
    public void Lint_Review_IsGoodForAYear(int year, int month, int day, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Lint(Sound() with { Reviewed = Day(year, month, day) }));

    [Theory]
    [InlineData(22, LintCodes.Expired)]
    [InlineData(23, null)]
    public void Lint_LastDay_StillCounts(int day, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Lint(Sound() with { Until = Day(2026, 11, day) }));

    [Theory]
    [InlineData(RuleOutcome.Answer, null, true)]
    [InlineData(RuleOutcome.Fix, null, true)]
    [InlineData(RuleOutcome.Ignore, null, true)]
    [InlineData(RuleOutcome.Ignore, 0, false)]
    [InlineData(RuleOutcome.Route, null, false)]
    [InlineData(RuleOutcome.Escalate, null, false)]
    internal void Lint_RuleThatSparesPeople_SaysWhom(RuleOutcome outcome, int? tier, bool found) =>
        Assert.Equal(
            found ? [LintCodes.NoTier] : [],
            Lint(
                Sound() with
                {
                    Then = new Then
                    {
                        Outcome = outcome,
                        Tier = tier,
                        Location = Somewhere,
                    },
                }
            )
        );

    [Fact]
    public void Lint_NameUsedInsideAnotherList_IsUsed()
    {
        var set = Set(Sound() with { When = Phrases("my @outer letter") }) with
        {
            Lists = [List("outer", "@inner thing"), List("inner", "one")],
        };

        Assert.Empty(Lint(set));
    }

    [Fact]
    public void Lint_UnusedSharedName_IsOnlyARemark()
    {
        var set = Set(Sound()) with { Shared = true, Lists = [List("spare", "one")] };

        var diagnostic = Assert.Single(Diagnose(set));

        Assert.Equal((LintCodes.Unused, DiagnosticSeverity.Info), (diagnostic.Code, diagnostic.Severity));
    }

    [Theory]
    [InlineData("do", "Call {{ contacts.front }}")]
    [InlineData("another", "Call {{contacts . front}}", "handler 'do'")]
    [InlineData("do", "Call {{ contacts.frontDesk }}", "contact 'front'")]
    public void Lint_HandlerOrContactThatNothingUses_IsFound(string handler, string answer, params string[] unused)
    {
        var then = new Then
        {
            Outcome = RuleOutcome.Answer,
            Answer = new LocalizedText([new("en", At(answer))], Somewhere),
            Tier = 1,
            Actions = [new RuleAction(At(handler), [], [], [])],
            Location = Somewhere,
        };
        var set = Set(Sound() with { Then = then }) with
        {
            Handlers = [new VocabularyEntry(At("do"), "Does it")],
            Contacts = [new Contact(At("front"), "5", "The front desk", new Located<DateOnly>(Today, Somewhere))],
        };

        var found = Diagnose(set).Where(diagnostic => diagnostic.Code == LintCodes.Unused);

        Assert.Equal(unused, found.Select(diagnostic => string.Join(' ', diagnostic.Message.Split(' ')[3..5]).TrimEnd('.')));
    }

    public static TheoryData<string, bool> Requirements() =>
        new()
        {
            { "none only", false },
            { "any with a none", false },
            { "all with a none and a phrase", true },
            { "field that does not exist", false },
            { "field that exists", true },
            { "use of a phrase", true },
            { "use of a none", false },
            { "use of itself", true },
            { "use of nothing", true },
        };

    [Theory]
    [MemberData(nameof(Requirements))]
    public void Lint_RuleThatRequiresNothing_IsReported(string when, bool requires)
    {
        var phrase = Phrases("letter");
        var none = new GroupCondition(null, null, [phrase], Somewhere);
        Condition condition = when switch
        {
            "none only" => none,
            "any with a none" => new GroupCondition(null, [phrase, none], null, Somewhere),
            "all with a none and a phrase" => new GroupCondition([none, phrase], null, null, Somewhere),
            "field that does not exist" => new FieldCondition(At("os"), [new ExistsTest(false, Somewhere)], Somewhere),
            "field that exists" => new FieldCondition(At("os"), [new ExistsTest(true, Somewhere)], Somewhere),
            "use of a phrase" => new UseCondition(At("phrase"), Somewhere),
            "use of a none" => new UseCondition(At("none"), Somewhere),
            "use of itself" => new UseCondition(At("circle"), Somewhere),
            _ => new UseCondition(At("unknown"), Somewhere),
        };
        var set = Set(Sound() with { When = condition }) with
        {
            Shared = true,
            Conditions =
            [
                new NamedCondition(At("phrase"), phrase),
                new NamedCondition(At("none"), none),
                new NamedCondition(At("circle"), new UseCondition(At("circle"), Somewhere)),
            ],
        };

        Assert.Equal(!requires, Lint(set).Contains(LintCodes.MatchesAlmostEverything));
    }

    [Theory]
    [InlineData("Call 800-555-0100.", true)]
    [InlineData("Call (800) 555-0100 now", true)]
    [InlineData("Call +1 800 555 0100 now", true)]
    [InlineData("Call 555-0100", true)]
    [InlineData("See https://example.org", true)]
    [InlineData("See example.org/letters.", true)]
    [InlineData("Sign in at VA.gov or Login.gov", false)]
    [InlineData("Form 21-526EZ, error 110, and/or 10/10/2026, 24/7", false)]
    [InlineData("Call {{ contacts.helpLine }}", false)]
    public void Lint_NumberOrLink_IsFoundWhereItIsWrittenOut(string text, bool found) =>
        Assert.Equal(found ? [LintCodes.WrittenOutContact] : [], Lint(Answering(Text("en", text))));

    [Fact]
    public void Lint_NumberOfAContact_NamesTheContact()
    {
        var set = Set(Answering(Text("en", "Call 800-555-0100, {{ contacts.helpLine }}."))) with
        {
            Contacts = [new Contact(At("helpLine"), "800-555-0100", "The help line", Day(2026, 11, 1))],
        };

        Assert.Contains("{{ contacts.helpLine }}", Assert.Single(Diagnose(set)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2025, 11, 23, null)]
    [InlineData(2025, 11, 22, LintCodes.StaleContact)]
    [InlineData(2026, 11, 24, LintCodes.StaleContact)]
    [InlineData(null, 0, 0, LintCodes.StaleContact)]
    public void Lint_Contact_IsGoodForAYear(int? year, int month, int day, string? expected)
    {
        var contact = new Contact(At("helpLine"), "800-555-0100", "The help line", year is { } given ? Day(given, month, day) : null);

        var set = Set(Answering(Text("en", "Call {{ contacts.helpLine }}"))) with { Contacts = [contact] };

        Assert.Equal(expected is null ? [] : [expected], Lint(set));
    }

    [Theory]
    [InlineData("The cat sat on the mat.", 6, -1.45)]
    [InlineData("Sign out. Then sign in again with the same account.", 10, 0.52)]
    [InlineData("{% if issue.fields.name %}Hello {{ issue.fields.name }}.{% endif %}", 2, 2.89)]
    public void ReadingLevel_Text_IsItsGrade(string text, int words, double grade)
    {
        var (measured, counted) = ReadingLevel.Of(text);

        Assert.Equal(words, counted);
        Assert.Equal(grade, measured, 2);
    }

    [Fact]
    public void Lint_HardText_IsReportedInEnglishOnly()
    {
        var hard = string.Join(' ', Enumerable.Repeat("administrative correspondence necessitates verification", 10)) + ".";

        Assert.Equal([LintCodes.HardToRead], Lint(Answering(Text("en", hard))));
        Assert.Empty(Lint(Answering(Text("en", "Wait.", "es", hard))));
        Assert.Empty(Lint(Answering(Text("en", "Administrative correspondence necessitates verification."))));
    }

    [Fact]
    public void Lint_StepWithoutTheLanguageOfTheAnswer_IsReported()
    {
        var rule = Answering(Text("en", "Wait.", "es", "Espere."));

        Assert.Equal(
            [LintCodes.MissingLanguage],
            Lint(rule with { Then = rule.Then with { Steps = [new Step(At("wait"), Text("en", "Wait."), null)] } })
        );
        Assert.Empty(
            Lint(rule with { Then = rule.Then with { Steps = [new Step(At("wait"), Text("es", "Espere.", "en", "Wait."), null)] } })
        );
    }

    [Theory]
    [InlineData("It is GUARANTEED to work.", true)]
    [InlineData("You hear from us as soon as possible", true)]
    [InlineData("This goes to Tier-2.", true)]
    [InlineData("LetterGen is slow", true)]
    [InlineData("Your escalator is a frontier of warranted tiers", false)]
    public void Lint_WordsOfTheDesk_AreFoundAsWholeWords(string text, bool found)
    {
        var set = Set(Answering(Text("en", text))) with { Lists = [List("neverSay", "lettergen")] };

        Assert.Equal(found ? [LintCodes.NotForCustomers] : [], Lint(set));
    }

    private static Rule Answering(LocalizedText answer)
    {
        var rule = Sound();
        return rule with { Then = rule.Then with { Outcome = RuleOutcome.Answer, Tier = 1, Answer = answer } };
    }

    private static LocalizedText Text(params string[] pairs) =>
        new([.. pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], At(pair[1])))], Somewhere);

    private static List<string> Lint(Rule rule) => Lint(Set(rule));

    private static List<string> Lint(RuleSet set) => [.. Diagnose(set).Select(diagnostic => diagnostic.Code)];

    private static List<Diagnostic> Diagnose(RuleSet set)
    {
        List<Diagnostic> diagnostics = [];
        RulebookLinter.Lint(new LintContext([set], Today, "en"), diagnostics, threads: 2);
        return diagnostics;
    }

    private static RuleSet Set(Rule rule) =>
        new()
        {
            Name = At("letters"),
            Title = "Letters",
            Owner = "letters",
            Rules = [rule],
            Location = Somewhere,
        };

    private static Rule Sound() =>
        new()
        {
            Id = At("letters.missing"),
            Set = "letters",
            Title = "A letter is missing",
            Type = "letters/missing",
            Status = RuleStatus.Active,
            Owner = "letters",
            When = Phrases("letter is missing"),
            Then = new Then { Outcome = RuleOutcome.Route, Location = Somewhere },
            Source = "Letters guide",
            Reviewed = Day(2026, 11, 1),
            Tests = [Test(match: true), Test(match: false)],
            Location = Somewhere,
        };

    private static RuleTest Test(bool match) =>
        new()
        {
            Issue = new Issue { Id = "1" },
            Match = match,
            Location = Somewhere,
        };

    private static PhrasesCondition Phrases(params string[] phrases) =>
        new([.. phrases.Select(At)], RequireAll: false, TextPart.OwnWords, Somewhere);

    private static PhraseList List(string name, params string[] phrases) => new(At(name), [.. phrases.Select(At)]);

    private static Located<string> At(string value) => new(value, Somewhere);

    private static Located<DateOnly> Day(int year, int month, int day) => new(new DateOnly(year, month, day), Somewhere);
}
