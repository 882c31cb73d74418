using System.Text;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using AutoResolve.Intake.History;
using AutoResolve.Sources;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Mining;

public sealed class MinerTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Mine_IssuesThatDiffer_GivesRulesThatTellThemApart()
    {
        var result = Mine(SomeHistory.Issues());
        var rulebook = Load(result, onTrial: true);

        Assert.Equal(3, result.Candidates.Count);
        Assert.Equal("letters-missing", RuleEvaluation.Decide(rulebook, "the decision letter is nowhere")?.Type);
        Assert.Equal("sign-in-code", RuleEvaluation.Decide(rulebook, "my sign in code is gone")?.Type);
        Assert.Null(RuleEvaluation.Decide(rulebook, "the weather is nice today"));
    }

    [Fact]
    public void Mine_Drafts_DoNothingByThemselves()
    {
        var rulebook = Load(Mine(SomeHistory.Issues()), onTrial: false);

        Assert.All(rulebook.Rules, rule => Assert.Equal(RuleStatus.Draft, rule.Status));
        Assert.All(SomeHistory.Issues(1), issue => Assert.Null(RuleEvaluation.Decide(rulebook, issue.Text)));
    }

    [Fact]
    public void Mine_Candidate_SaysWhatSpeaksForIt()
    {
        var letters = Mine(SomeHistory.Issues()).Candidates.Single(candidate => candidate.Label == "letters/missing");
        var file = JObject.Parse(Encoding.UTF8.GetString(letters.File.Content.Span));
        var rule = file["rules"]![0]!;

        Assert.Equal(50, (int)file["x-evidence"]!["issues"]!);
        Assert.Equal(1.0, (double)file["x-evidence"]!["sameAnswer"]!);
        Assert.Equal(("answer", "Letters take ten days."), ((string)rule["then"]!["outcome"]!, (string)rule["then"]!["answer"]!["en"]!));
        Assert.Equal(5, rule["tests"]!.Count(test => (bool)test["match"]!));
        Assert.Contains(rule["tests"]!, test => !(bool)test["match"]!);
    }

    [Fact]
    public void Mine_TestsOfDrafts_Pass()
    {
        var rulebook = Load(Mine(SomeHistory.Issues()), onTrial: true);
        var matches = new List<RuleReference>();
        foreach (var rule in rulebook.Sets.SelectMany(set => set.Rules))
        {
            foreach (var test in rule.Tests)
            {
                matches.Clear();
                rulebook.FindMatches(test.Issue, matches);
                Assert.Equal(test.Match, matches.Exists(match => match.Id == rule.Id.Value));
            }
        }
    }

    [Fact]
    public void Mine_TeamOfMost_GetsIt() =>
        Assert.Contains(
            "\"team\": \"identity\"",
            Encoding.UTF8.GetString(
                Mine(SomeHistory.Issues()).Candidates.Single(candidate => candidate.Label == "sign-in/code").File.Content.Span
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Mine_Background_IsNotTaken()
    {
        List<string> background =
        [
            .. Enumerable.Range(0, 60).Select(number => $"why is the payment lower at gym{number % 7} in town{number}"),
        ];

        var without = Load(Mine(SomeHistory.Issues()), onTrial: true);
        var with = Load(Mine(SomeHistory.Issues(), background), onTrial: true);

        Assert.NotNull(RuleEvaluation.Decide(without, "why is the payment lower"));
        Assert.Null(RuleEvaluation.Decide(with, "why is the payment lower at the gym"));
        Assert.Equal("letters-missing", RuleEvaluation.Decide(with, "the decision letter is missing")?.Type);
    }

    // What a threshold takes of other things counts against it.
    [Fact]
    public void Mine_BackgroundThatSaysTheSame_LeavesNoRule()
    {
        var issues = SomeHistory.Issues();
        List<string> background = [.. issues.Select(issue => $"{issue.Text} today"), .. issues.Select(issue => $"{issue.Text} now")];

        Assert.Empty(Mine(issues, background).Candidates);
    }

    // Fewer rules and conditions, and every figure as before.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mine_WithoutRulesThatDecideNothing_HasTheSameFigures(int seed)
    {
        var random = new Random(seed);
        List<PastIssue> issues =
        [
            .. SomeHistory
                .Issues(20)
                .Select(issue =>
                    random.Next(10) == 0 ? issue with { Label = "other things" } : issue with { Text = $"{issue.Text} {random.Next(30)}" }
                ),
        ];
        var options = new MiningOptions { Precision = 0.7, HeldOut = 0.2 };
        var lean = new Miner(options, Clock).Mine(issues, [], "test", CancellationToken.None);
        var all = new Miner(options, Clock, isLean: false).Mine(issues, [], "test", CancellationToken.None);

        Assert.Equal((all.HeldOut, all.Coverage), (lean.HeldOut, lean.Coverage));
        Assert.Equal(Decides(all), Decides(lean));
        Assert.True(lean.Candidates.Sum(candidate => candidate.Rules) <= all.Candidates.Sum(candidate => candidate.Rules));
        var rulebook = Load(lean, onTrial: true);
        var deciding = issues.Select(issue => RuleEvaluation.Decide(rulebook, issue.Text)?.Id).OfType<string>().ToHashSet();
        Assert.NotEmpty(deciding);

        static IEnumerable<(string, int)> Decides(MiningResult result) =>
            result.Candidates.Where(candidate => candidate.Decides > 0).Select(candidate => (candidate.Label, candidate.Decides)).Order();
    }

    // A part that is as sure is enough, whichever rule it stands in.
    [Fact]
    public void WithoutCovered_WholeOfASurerPart_IsGivenUp()
    {
        var bands = LeanRules.WithoutCovered([
            (2.0, [new Conjunction([1]), new Conjunction([2, 3])]),
            (1.5, [new Conjunction([1, 4]), new Conjunction([3]), new Conjunction([2, 3, 5])]),
            (1.0, [new Conjunction([3, 7]), new Conjunction([8, 9])]),
            (0.5, [new Conjunction([1, 2])]),
        ]);

        Assert.Equal(
            ["2: 1, 2+3", "1.5: 3", "1: 8+9"],
            bands.Select(band => $"{band.Band}: {string.Join(", ", band.Conjunctions.Select(one => string.Join('+', one.Phrases)))}")
        );
    }

    [Fact]
    public async Task Mine_TopicsOfIssuesWithoutLabels_AreNotJudgedByThemselves()
    {
        var issues = SomeHistory.Issues().Select(issue => issue with { Label = null }).ToAsyncEnumerable();

        var result = await RuleMining.RunAsync(
            issues,
            new MiningOptions
            {
                Precision = 0.8,
                HeldOut = 0.2,
                Groups = 3,
            },
            Clock
        );

        Assert.NotEmpty(result.Candidates);
        Assert.Equal(0, result.HeldOut.Of);
        Assert.All(result.Candidates, candidate => Assert.Equal(0, candidate.HeldOut.Of));
    }

    [Fact]
    public async Task Mine_TopicsOfIssuesWithLabels_AreJudgedByThese()
    {
        var random = new Random(3);
        var issues = SomeHistory.Issues(20).Select(issue => issue with { Label = random.Next(2) == 0 ? "a" : "b" }).ToAsyncEnumerable();

        var result = await RuleMining.RunAsync(
            issues,
            new MiningOptions
            {
                Precision = 0.8,
                HeldOut = 0.3,
                Groups = 3,
                GroupsByText = true,
            },
            Clock
        );

        // Labels by chance: half of them fit, however well the groups do.
        Assert.InRange(result.HeldOut.Of, 10, 100);
        Assert.InRange(result.HeldOut.Value, 0.2, 0.8);
    }

    [Fact]
    public void Mine_Again_GivesTheSame() =>
        Assert.Equal(
            Mine(SomeHistory.Issues()).Candidates.Select(candidate => Encoding.UTF8.GetString(candidate.File.Content.Span)),
            Mine(SomeHistory.Issues()).Candidates.Select(candidate => Encoding.UTF8.GetString(candidate.File.Content.Span))
        );

    [Fact]
    public void Mine_Duplicates_CountOnceForInduction()
    {
        var issues = SomeHistory.Issues();
        List<PastIssue> many = [.. issues, .. issues.Select(issue => issue with { Text = issue.Text.ToUpperInvariant() + "!" })];

        Assert.Equal(
            Mine(issues).Candidates.Select(candidate => (candidate.Label, candidate.Conditions)).Order(),
            Mine(many).Candidates.Select(candidate => (candidate.Label, candidate.Conditions)).Order()
        );
    }

    [Fact]
    public void Mine_OneLabelOnly_SaysWhatToDo() =>
        Assert.Contains(
            "--background",
            Assert.Throws<HistoryException>(() => Mine([.. SomeHistory.Issues().Where(issue => issue.Label == "sign-in/code")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Mine_AllTextsTheSame_SaysSo() =>
        Assert.Contains(
            "same",
            Assert.Throws<HistoryException>(() => Mine([.. SomeHistory.Issues().Select(issue => issue with { Text = "Help!" })])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Mine_NoLabels_SaysWhatToDo() =>
        Assert.Contains(
            "--labels",
            Assert.Throws<HistoryException>(() => Mine([.. SomeHistory.Issues().Select(issue => issue with { Label = null })])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Mine_TooFewWithoutLabels_DoesNotSpeakOfLabels()
    {
        var few = SomeHistory.Issues().Take(4).Select(issue => issue with { Label = null }).ToAsyncEnumerable();

        var exception = await Assert.ThrowsAsync<HistoryException>(() => RuleMining.RunAsync(few, new MiningOptions(), Clock));

        Assert.EndsWith("There are 4 that no rule decides; more are needed.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mine_LabelsByChance_GivesNoRules()
    {
        var random = new Random(4);
        var result = Mine([.. SomeHistory.Issues().Select(issue => issue with { Label = random.Next(2) == 0 ? "a" : "b" })]);

        Assert.Empty(result.Candidates);
        Assert.Contains("No conditions reach", Assert.Single(result.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Mine_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new Miner(new MiningOptions(), Clock).Mine(SomeHistory.Issues(), [], "test", new CancellationToken(canceled: true))
        );

    [Fact]
    public void Topics_OfIssuesWithoutLabels_FollowWhatTheySay()
    {
        var issues = SomeHistory.Issues();

        var grouped = new TopicFinder(new MiningOptions { Groups = 3 }).Label(issues, CancellationToken.None);

        var quality = ClusterQuality.Of([.. issues.Zip(grouped).Select(pair => (pair.Second.Label!, pair.First.Label!))]);
        Assert.True(quality.Purity > 0.8, $"purity {quality.Purity}");
    }

    [Theory]
    [InlineData("a a b b", "x x y y", 1, 1)]
    [InlineData("a b a b", "x x y y", 0, 0.5)]
    [InlineData("a a a a", "x x y y", 0, 0.5)]
    public void ClusterQuality_KnownCases_AreRight(string groups, string labels, double information, double purity)
    {
        var quality = ClusterQuality.Of([.. groups.Split(' ').Zip(labels.Split(' '))]);

        Assert.Equal((information, purity), (Math.Round(quality.MutualInformation, 6), Math.Round(quality.Purity, 6)));
    }

    [Theory]
    [InlineData("Payments & debts!", "payments-debts")]
    [InlineData("Größe/Ändern", "gro-e-andern")]
    [InlineData("404", "l-404")]
    [InlineData("日本", "label")]
    [InlineData("\ud800", "label")]
    public void SafeName_OddLabel_IsAnId(string label, string expected) => Assert.Equal(expected, SafeName.Of(label));

    [Fact]
    public void SafeName_LabelsThatComeToTheSame_AreToldApart() =>
        Assert.Equal(["a-b", "a-b-2", "a-b-3"], SafeName.OfAll(["a b", "A/B", "a-b"]));

    [Fact]
    public async Task Backtest_OnTrial_CountsAgreementAndReopened()
    {
        var issues = SomeHistory.Issues();
        var report = await Backtest.RunAsync(
            Load(Mine(issues), onTrial: true),
            issues.Select(issue => issue with { Reopened = issue.Number % 2 == 0 }).ToAsyncEnumerable(),
            withMisses: true
        );

        Assert.Equal(150, report.Issues);
        Assert.True(report.Agreement.Value > 0.95);
        Assert.Equal(report.Coverage.Hits, report.Rules.Sum(rule => rule.Decided));
        Assert.Equal(report.Coverage.Hits, report.Rules.Sum(rule => rule.Reopened.Of));
    }

    private static MiningResult Mine(List<PastIssue> issues, List<string>? background = null) =>
        new Miner(new MiningOptions { Precision = 0.9 }, Clock).Mine(issues, background ?? [], "Mined from a test", CancellationToken.None);

    private static Rulebook Load(MiningResult result, bool onTrial)
    {
        var loaded = Rulebook.TryBuild(
            new RuleFileSet([.. result.Candidates.Select(candidate => candidate.File)]),
            new RulebookOptions(),
            new RulebookPurpose { OnTrial = onTrial },
            Clock
        );
        Assert.True(loaded.Rulebook is not null, string.Join('\n', loaded.Diagnostics));
        return loaded.Rulebook;
    }
}
