using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class KeyFindingsTests
{
    [Theory]
    [InlineData(
        10,
        "More issues came in than in the baseline: 10.0 a day, compared with 6.0 a day before (+67.3 %); "
            + "this is very unlikely to be due to chance."
    )]
    [InlineData(
        6,
        "About as many issues came in as in the baseline: 6.0 a day, compared with 6.0 a day before; the difference may be due to chance."
    )]
    [InlineData(
        0,
        "Fewer issues came in than in the baseline: none, compared with 6.0 a day before; this is very unlikely to be due to chance."
    )]
    [InlineData(
        3,
        "Fewer issues came in than in the baseline: 3.0 a day, compared with 6.0 a day before (−49.8 %); "
            + "this is very unlikely to be due to chance."
    )]
    public void Volume_AgainstABaseline_SaysWhetherItIsMore(int aDay, string expected) =>
        Assert.Equal(expected, Texts(SomeReport.Input([Escalated("a", aDay * 31)], SomeReport.Before))[0]);

    // Few issues show no difference, but no likeness either.
    [Fact]
    public void Volume_TooFewIssues_SaysThatItCannotBeTold() =>
        Assert.Equal(
            "It is not clear whether more or fewer issues came in than in the baseline: 3.9 in 30 days, compared with 2.9 in "
                + "30 days before; the difference may be due to chance.",
            Texts(SomeReport.Input([Escalated("a", 4)], SomeReport.Before with { Cells = [Escalated("a", 9)] }, withRules: false))[0]
        );

    // In a row of many the same difference may be chance; the sentence says what the table does.
    [Fact]
    public void Shares_SentenceAndTable_SayTheSameOfChance()
    {
        var report = SomeReport.Build(
            SomeReport.Input([Resolved("a", 230, 400)], SomeReport.Before with { Cells = [Resolved("a", 200, 400)] }, withRules: false)
        );
        var row = JsonReport.Document(report)["sections"]!["summary"]!.Single(row => (string)row["figure"]! == "resolved");

        Assert.Equal((double)row["p"]! >= 0.05, report.Findings[1].Text.EndsWith("may be due to chance.", StringComparison.Ordinal));
        Assert.Equal((double)row["p"]! < 0.05, (double)row["adjustedP"]! < 0.05);
    }

    [Theory]
    [InlineData(false, "31 issues came in, 1.0 a day.")]
    [InlineData(true, "No issues came in.")]
    public void Volume_NoBaseline_SaysHowMany(bool isEmpty, string expected) =>
        Assert.Equal(expected, Texts(SomeReport.Input(isEmpty ? [] : [Escalated("a", 31)]))[0]);

    // Easy issues have become more, and so all look better; within each type nothing has changed.
    [Fact]
    public void Shares_OnlyTheMixHasChanged_SaysSo()
    {
        FigureCell[] before = [Resolved("easy", 900, 1000), Resolved("hard", 100, 1000)];
        FigureCell[] now = [Resolved("easy", 900, 1000), Resolved("hard", 10, 100)];

        Assert.Contains(
            "More issues were answered or fixed, and it held, than in the baseline: 910 of 1,100 instead of 1,000 "
                + "of 2,000. This is very unlikely to be due to chance, but within the same types no change is certain.",
            Texts(SomeReport.Input(now, SomeReport.Before with { Cells = before }, withRules: false))
        );
    }

    [Fact]
    public void Movers_SeveralTypes_AreNamedByDirection()
    {
        var texts = Texts(
            SomeReport.Input(
                [Escalated("up", 200), Escalated("same", 100), Escalated("down", 20)],
                SomeReport.Before with
                {
                    Cells = [Escalated("up", 300), Escalated("same", 300), Escalated("down", 300)],
                }
            )
        );

        Assert.Contains("More than expected: up (200 instead of about 101).", texts);
        Assert.Contains("Fewer than expected: down (20 instead of about 101).", texts);
    }

    // A topic of one type is told once; two types that came equally often are two.
    [Fact]
    public void Movers_SameIssuesUnderOtherNames_AreToldOnce()
    {
        var input = SomeReport.Input(
            [Escalated("a/b", 200), Escalated("c", 0)],
            SomeReport.Before with
            {
                Cells = [Escalated("a/b", 100), Escalated("d", 300), Escalated("e", 300)],
            }
        );

        Assert.Equal(
            ["a/b", "d", "e"],
            JsonReport.Document(SomeReport.Build(input))["sections"]!["movers"]!.Select(row => (string)row["name"]!)
        );
    }

    [Fact]
    public void Busy_DaysOfABurst_AreTold() =>
        Assert.Contains(
            "Far more issues than usual came in on 2026-10-10 to 2026-10-12, 2026-10-20: up to 25 a day, compared with 8.0 on other days.",
            Texts(ByDay([.. Enumerable.Range(1, 31).Select(day => day is 10 or 11 or 12 or 20 ? 25 : 8)]))
        );

    // Three on one day are no outage.
    [Fact]
    public void Busy_FewIssues_AreNotTold() =>
        Assert.Null(BusyDays.Of(ByDay([.. Enumerable.Range(1, 31).Select(day => day == 5 ? 9 : 0)])));

    // Of few issues neither percents nor times are told, which would look exact.
    [Theory]
    [InlineData(1, "The one issue was handed to people.")]
    [InlineData(9, "Of 9 issues, 9 were handed to people.")]
    [InlineData(100, "Of 100 issues, 100 were handed to people (100 %).")]
    public void Outcome_FewIssues_HaveNoPercents(int issues, string expected)
    {
        var texts = Texts(SomeReport.Input([Escalated("a", issues)], withRules: false));

        Assert.Contains(expected, texts);
        Assert.Equal(issues >= 10, texts.Contains($"{issues} of {issues} issues took people's time."));
        Assert.Equal(
            issues >= 10,
            SomeReport.Build(SomeReport.Input([Escalated("a", issues)])).Highlights.Any(highlight => highlight.Value.EndsWith('%'))
        );
        Assert.Equal(issues >= 20, texts.Any(text => text.Contains("half of them within", StringComparison.Ordinal)));
    }

    // Guards are there so that people decide.
    [Fact]
    public void Unresolved_Guarded_IsNotToAutomate()
    {
        FigureCell[] cells =
        [
            new(
                new(3, "safety/fire", Reason: "guarded"),
                new()
                {
                    Issues = 50,
                    Decided = 50,
                    Followed = 50,
                    Escalated = 50,
                    Handled = 50,
                }
            ),
            Escalated("a", 20),
        ];
        var report = SomeReport.Build(SomeReport.Input(cells, withRules: false));

        Assert.Contains(report.Findings, finding => finding.Text.StartsWith("To automate first: a (20 issues", StringComparison.Ordinal));
        Assert.Equal(["a"], JsonReport.Document(report)["sections"]!["unresolved"]!.Select(row => (string)row["type"]!));
    }

    // One thing has one word.
    [Fact]
    public void Highlights_OfAJournal_HaveTheWordsOfTheBar() =>
        Assert.Equal(
            [
                "Issues",
                "Answered or fixed, and it held",
                "Took people's time",
                "Reached tier 2 or 3",
                "Opened again, of what was answered or fixed",
                "Time to an answer that held",
            ],
            SomeReport.Build(SomeReport.Input([Resolved("a", 230, 400)], withRules: false)).Highlights.Select(highlight => highlight.Name)
        );

    // Of 300 months in which nothing happened, few may say that a day stands out.
    [Fact]
    public void Busy_NothingHappened_IsSeldomTold()
    {
        var random = new Random(5);
        var alarms = Enumerable
            .Range(0, 300)
            .Count(_ =>
                BusyDays.Of(ByDay([.. Enumerable.Range(0, 31).Select(_ => MathNet.Numerics.Distributions.Poisson.Sample(random, 10))]))
                    is not null
            );

        Assert.InRange(alarms, 0, 9);
    }

    [Fact]
    public void Json_Findings_NameTheirSections()
    {
        var report = SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before));
        var sections = report.Sections.Select(section => section.Id).ToHashSet();

        Assert.All(report.Findings.Where(finding => finding.Section is not null), finding => Assert.Contains(finding.Section!, sections));
    }

    private static string[] Texts(ReportInput input) => [.. SomeReport.Build(input).Findings.Select(finding => finding.Text)];

    private static FigureCell Escalated(string type, int issues) =>
        new(
            new(1, type),
            new()
            {
                Issues = issues,
                Decided = issues,
                Followed = issues,
                Escalated = issues,
                Handled = issues,
            }
        );

    private static FigureCell Resolved(string type, int resolved, int issues) =>
        new(
            new(1, type),
            new()
            {
                Issues = issues,
                Decided = issues,
                Answered = resolved,
                Assumed = resolved,
                Followed = issues,
                Escalated = issues - resolved,
                Handled = issues - resolved,
            }
        );

    private static ReportInput ByDay(int[] counts)
    {
        var input = SomeReport.Input([Escalated("a", counts.Sum())]);
        var series = counts
            .Select(
                (count, day) =>
                    new SeriesCell(input.Figures.Calendar.Months.Count + day, new FigureKey(null, "a"), new SeriesCounts(count, 0, count))
            )
            .ToList();
        return input with { Figures = input.Figures with { Series = series } };
    }
}
