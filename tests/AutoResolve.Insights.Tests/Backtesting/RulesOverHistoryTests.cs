using System.Text;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.Comparing;
using AutoResolve.Insights.Health;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Trends;
using AutoResolve.Intake.History;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Tests.Backtesting;

public sealed class RulesOverHistoryTests
{
    private static readonly PastIssue[] Issues =
    [
        new()
        {
            Number = 1,
            Text = "the vpn drops",
            Label = "network",
            Reopened = true,
        },
        new()
        {
            Number = 2,
            Text = "vpn is slow",
            Label = "network",
            Escalated = false,
        },
        new()
        {
            Number = 3,
            Text = "anyconnect drops",
            Label = "network",
        },
        new()
        {
            Number = 4,
            Text = "anyconnect drops again",
            Label = "network",
        },
        new()
        {
            Number = 5,
            Text = "anyconnect drops at noon",
            Label = "network",
        },
        new()
        {
            Number = 6,
            Text = "printer jams",
            Label = "printing",
            Escalated = true,
        },
        new()
        {
            Number = 7,
            Text = "the vpn printer",
            Label = "printing",
        },
        new()
        {
            Number = 8,
            Text = "lunch menu",
            Label = "other",
        },
    ];

    [Fact]
    public async Task Backtest_Rules_AreCountedByHand()
    {
        var report = await Backtest.RunAsync(
            Rules(
                ("net.vpn", "network/vpn", """{ "all": [ { "anyOf": ["vpn"] }, { "none": [ { "anyOf": ["lunch"] } ] } ] }"""),
                ("print", "printing", """{ "anyOf": ["printer jams"] }""")
            ),
            Issues.ToAsyncEnumerable(),
            withMisses: true
        );

        Assert.Equal((8, new Proportion(4, 8), new Proportion(1, 4)), (report.Issues, report.Coverage, report.Agreement));
        Assert.Equal(
            [("net.vpn", 3L, new Proportion(0, 3), new Proportion(1, 1)), ("print", 1L, new Proportion(1, 1), default)],
            report.Rules.Select(rule => (rule.Rule.Id, rule.Decided, rule.Agreement, rule.Reopened))
        );
    }

    [Fact]
    public async Task Backtest_Misses_AreGroupedByTheConditionThatFailed()
    {
        var report = await Backtest.RunAsync(
            Rules(("net", "network", """{ "all": [ { "anyOf": ["drops"] }, { "anyOf": ["vpn"] } ] }""")),
            Issues.ToAsyncEnumerable(),
            withMisses: true
        );

        var miss = report.Misses.Single(group => group.Failed.Contains("vpn", StringComparison.Ordinal));
        Assert.Equal(("net", 3, "anyconnect", 3), (miss.RuleId, miss.Issues, miss.Says, miss.Saying));
    }

    [Fact]
    public async Task Compare_ChangeOfRules_NamesEveryIssueItTouches()
    {
        var old = Rules(("net", "network", """{ "anyOf": ["vpn"] }"""), ("print", "printing", """{ "anyOf": ["printer jams"] }"""));
        var renewed = Rules(
            ("net", "network", """{ "anyOf": ["vpn", "anyconnect"] }"""),
            ("menu", "lunch", """{ "anyOf": ["printer"] }""")
        );

        var (issues, groups) = await RulebookComparison.RunAsync(old, renewed, Issues.ToAsyncEnumerable());

        Assert.Equal(8, issues);
        Assert.Equal(
            [(Change.Gained, null, "net", 3), (Change.Lost, "net", null, 1), (Change.Changed, "print", "menu", 1)],
            groups.Select(group => (group.Change, group.Before, group.After, group.Issues))
        );
        Assert.Equal(new Proportion(1, 1), groups[2].Escalated);
        Assert.Equal(["printer jams"], groups[2].Examples);
    }

    [Fact]
    public async Task Compare_SameRules_ChangesNothing() =>
        Assert.Empty(
            (
                await RulebookComparison.RunAsync(
                    Rules(("net", "network", """{ "anyOf": ["vpn"] }""")),
                    Rules(("net", "network", """{ "anyOf": ["vpn"] }""")),
                    Issues.ToAsyncEnumerable()
                )
            ).Groups
        );

    [Fact]
    public async Task Health_DeadMaskedAndWeakRules_AreFound()
    {
        var rulebook = Rules(
            ("vpn", "network", """{ "anyOf": ["vpn"] }"""),
            ("dead", "dead", """{ "anyOf": ["modem"] }"""),
            ("wide", "wide", """{ "allOf": ["vpn", "the"] }""")
        );
        List<PastIssue> issues =
        [
            .. Enumerable.Range(1, 6).Select(number => new PastIssue { Number = number, Text = number == 1 ? "the vpn" : "VPN down" }),
        ];

        var report = await HealthCheckup.RunAsync(rulebook, issues.ToAsyncEnumerable());

        Assert.Equal(
            [("vpn", 6), ("dead", 0)],
            report
                .Rules.Where(rule => rule.Rule.Id is "vpn" or "dead")
                .OrderByDescending(rule => rule.Evaluated)
                .Select(rule => (rule.Rule.Id, rule.Evaluated))
        );
        Assert.Equal(["dead"], report.Rules.Where(rule => rule.IsDead).Select(rule => rule.Rule.Id));
        Assert.Equal([new RuleOverlap("vpn", "wide", 1)], report.Overlaps);
        var weak = Assert.Single(report.Rules, rule => rule.RestsOnOneWord);
        Assert.Equal(("vpn", 5, "vpn"), (weak.Rule.Id, weak.Wins, weak.OneWord));
    }

    [Fact]
    public void Trends_TypeThatRises_IsFoundAndTheSteadyOneIsNot()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var steady = Enumerable.Range(0, 120).Select(day => Dated(start.AddDays(day).AddHours(1), "steady"));
        var rising = Enumerable
            .Range(0, 12)
            .Select(number => Dated(start.AddDays(number * 10), "rising"))
            .Concat(Enumerable.Range(0, 12).Select(number => Dated(start.AddDays(100 + number), "rising")));
        var burst = Enumerable.Range(0, 11).Select(number => Dated(start.AddDays(118).AddMinutes(number), "burst"));

        var rises = new TrendAlertFinder(TimeSpan.FromDays(30), 5, 10, desk: null).Find([.. steady.Concat(rising).Concat(burst)]);

        Assert.Equal(["burst", "rising"], rises.Select(rise => rise.Type).Order(StringComparer.Ordinal));
        Assert.Equal(
            (11, 11, 0.0),
            rises.Where(rise => rise.Type == "burst").Select(rise => (rise.Lately, rise.MaxADay, rise.Expected)).Single()
        );
    }

    [Theory]
    [InlineData(0, 5, 0.5, 1)]
    [InlineData(5, 5, 0.5, 0.03125)]
    [InlineData(1, 2, 0.25, 0.4375)]
    public void Trends_Chance_IsTheBinomialTail(int hits, int all, double share, double expected) =>
        Assert.Equal(expected, SignificanceTest.AtLeast(hits, all, share), 10);

    [Fact]
    public void Trends_WithoutDates_SaysWhatToDo() =>
        Assert.Contains(
            "--column date=",
            Assert
                .Throws<HistoryException>(() =>
                    new TrendAlertFinder(TimeSpan.FromDays(30), 5, 10, null).Find([(Issues[0], "a", false, false)])
                )
                .Message,
            StringComparison.Ordinal
        );

    private static (PastIssue, string, bool, bool) Dated(DateTimeOffset date, string type) =>
        (
            new PastIssue
            {
                Number = 1,
                Text = "a",
                Date = date,
            },
            type,
            false,
            false
        );

    private static Rulebook Rules(params (string Id, string Type, string When)[] rules)
    {
        var made = rules.Select(rule =>
            $$"""
                { "id": "{{rule.Id}}", "title": "t", "type": "{{rule.Type}}", "status": "active", "when": {{rule.When}},
                  "then": { "outcome": "route", "team": "{{rule.Id}}" } }
                """
        );
        var json = $$"""{ "set": "s", "title": "S", "owner": "o", "rules": [ {{string.Join(", ", made)}} ] }""";
        var result = Rulebook.TryLoad([new RuleFile("s.json", Encoding.UTF8.GetBytes(json))], new RulebookOptions(), TimeProvider.System);
        Assert.True(result.Rulebook is not null, string.Join('\n', result.Diagnostics));
        return result.Rulebook;
    }
}
