using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Testing;

namespace AutoResolve.ShippedRules.Tests;

public sealed class QualityTests
{
    public static TheoryData<string> RuleIds() => [.. Shipped.LiveRules.Select(rule => rule.Id.Value)];

    [Fact]
    public void Rulebook_Lint_HasNoWarnings() =>
        Assert.DoesNotContain(Shipped.Rulebook.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Rule_ItsOwnTests_Pass(string id)
    {
        var report = new RuleTestRunner(Shipped.Rulebook, "en").Run(rule => rule.Id.Value == id);

        Assert.NotEmpty(report.Results);
        Assert.All(report.Results, result => Assert.True(result.Passed, $"{result.Test.Location.File}:{result.Test.Location.Line}: expected {result.Failure?.Expected}, got {result.Failure?.Got}"));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Rule_Says_WhereItComesFromAndHowItIsTested(string id)
    {
        var rule = Shipped.LiveRules.Single(rule => rule.Id.Value == id);

        Assert.False(string.IsNullOrWhiteSpace(rule.Source));
        Assert.NotNull(rule.Reviewed);
        Assert.NotEmpty(rule.Owner);
        Assert.NotEmpty(rule.Type);
        Assert.True(rule.Tests.Where(test => test.Match).Select(test => test.Issue.Text).Distinct().Count() >= 2, "two texts that match");
        Assert.True(rule.Tests.Where(test => !test.Match).Select(test => test.Issue.Text).Distinct().Count() >= 2, "two texts that do not match");
    }

    [Fact]
    public void TestTexts_AreDecided_WithoutAmbiguity()
    {
        var ambiguous =
            from rule in Shipped.LiveRules
            from test in rule.Tests
            let text = IssueText.Prepare(test.Issue, "en", int.MaxValue)
            let resolution = Shipped.Rulebook.Decider.Decide(new() { Text = text, Matches = Shipped.Rulebook.Program.Matcher.Match(text, FactValues.None), Today = null })
            where resolution.Reason == ResolutionReason.Ambiguous
            select $"{rule.Id.Value}: \"{test.Issue.Text}\": {resolution.Summary}";

        Assert.Empty(ambiguous);
    }
}
