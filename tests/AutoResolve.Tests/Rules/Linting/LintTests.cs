using AutoResolve.Rules;
using AutoResolve.Rules.Json;
using AutoResolve.Rules.Linting;
using AutoResolve.Rules.Model;

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
        Assert.Empty(Lint(Sound() with { Status = RuleStatus.Retired, Tests = [], Source = null, Reviewed = null, Until = Day(2020, 1, 1) }));

    [Theory]
    [InlineData(CauseKind.UserSide)]
    [InlineData(CauseKind.Provisioning)]
    [InlineData(CauseKind.Information)]
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

    public static TheoryData<string, bool> Requirements() => new()
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

    private static List<string> Lint(Rule rule) => Lint(Set(rule));

    private static List<string> Lint(RuleSet set) => [.. Diagnose(set).Select(diagnostic => diagnostic.Code)];

    private static List<Diagnostic> Diagnose(RuleSet set)
    {
        List<Diagnostic> diagnostics = [];
        RulebookLinter.Lint(new LintContext([set], Today, "en"), diagnostics, threads: 2);
        return diagnostics;
    }

    private static RuleSet Set(Rule rule) =>
        new() { Name = At("letters"), Title = "Letters", Owner = "letters", Rules = [rule], Location = Somewhere };

    private static Rule Sound() => new()
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

    private static RuleTest Test(bool match) => new() { Issue = new Issue { Id = "1" }, Match = match, Location = Somewhere };

    private static PhrasesCondition Phrases(params string[] phrases) =>
        new([.. phrases.Select(At)], RequireAll: false, TextPart.OwnWords, Somewhere);

    private static PhraseList List(string name, params string[] phrases) => new(At(name), [.. phrases.Select(At)]);

    private static Located<string> At(string value) => new(value, Somewhere);

    private static Located<DateOnly> Day(int year, int month, int day) => new(new DateOnly(year, month, day), Somewhere);
}
