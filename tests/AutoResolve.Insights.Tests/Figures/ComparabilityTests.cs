using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>What a report may compare with a baseline, and what it must not.</summary>
public sealed class ComparabilityTests
{
    private static readonly FigureCell[] Tickets =
    [
        new(
            new(2, "sign-in/loop", "identity"),
            new()
            {
                Issues = 300,
                Followed = 300,
                Escalated = 60,
                Handled = 300,
            }
        ),
        new(
            new(1, "letters/missing", "documents"),
            new()
            {
                Issues = 60,
                Followed = 60,
                Escalated = 10,
                Handled = 60,
            }
        ),
    ];

    // What is missing in a baseline that never named it has not vanished, and is not new.
    [Fact]
    public void Teams_BaselineNamesNone_AreNotCompared()
    {
        var input = SomeReport.Input(
            baseline: SomeReport.Before with
            {
                Cells =
                [
                    new(
                        new(1, "sign-in/loop"),
                        new()
                        {
                            Issues = 300,
                            Decided = 300,
                            Followed = 300,
                        }
                    ),
                ],
            }
        );

        Assert.Null(Section(input, "teams")[0]!["change"]);
        Assert.Equal(
            "Teams are named for 92.3 % of the issues and for 0.0 % of those in the baseline, so they are not compared.",
            Note(input, "teams")
        );
        Assert.NotNull(Section(input, "types")[0]!["change"]);
        Assert.DoesNotContain(Section(input, "movers"), row => (string)row["of"]! == "team");
    }

    [Fact]
    public void TeamPage_BaselineNamesNoTeams_SaysSoAndComparesNothing()
    {
        var page = SomeReport
            .Input(baseline: SomeReport.Before with { Cells = [new(new(1, "sign-in/loop"), new() { Issues = 300 })] })
            .OfTeam("identity");

        Assert.Null(page.Baseline);
        Assert.Contains(
            "Teams are named for 92.3 % of the issues and for 0.0 % of those in the baseline, so they are not compared",
            SomeReport.Build(page).About
        );
    }

    [Fact]
    public void Shares_BaselineOfTickets_LeaveOutWhatMeansSomethingElse()
    {
        var input = SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets });
        var rows = Section(input, "summary").ToDictionary(row => (string)row["figure"]!);
        var report = SomeReport.Build(input);

        Assert.Equal(JTokenType.Null, rows["escalated"]["points"]!.Type);
        Assert.NotEqual(JTokenType.Null, rows["handled"]["points"]!.Type);
        Assert.Null(Section(input, "tiers")[0]!["change"]);
        Assert.Equal(
            "Tiers of tickets and tiers named by rules are not the same, so they are not compared; "
                + "a map of tiers (--map) can say which correspond.",
            Note(input, "tiers")
        );
        Assert.Contains(report.About, line =>
            line.StartsWith("The baseline comes from a history, this period from a journal", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(report.Highlights, highlight => highlight.Name == "Escalated");
        Assert.DoesNotContain(
            "baseline",
            report.Highlights.Single(highlight => highlight.Name == "Reached tier 2 or 3").Note,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "baseline 100.0 %",
            report.Highlights.Single(highlight => highlight.Name == "Took people's time").Note,
            StringComparison.Ordinal
        );
    }

    // Else all types of the one would be new, and all of the other gone.
    [Fact]
    public void Types_NamedByPeopleAndByRules_AreNotCompared()
    {
        var input = SomeReport.Input(
            baseline: SomeReport.Before with
            {
                Cells =
                [
                    Tickets[0] with
                    {
                        Key = new(2, "Login problem", "identity"),
                    },
                    Tickets[1] with
                    {
                        Key = new(1, "Letter", "documents"),
                    },
                ],
            }
        );

        Assert.Equal("Rules name types differently from people, so types are not compared.", Note(input, "types"));
        Assert.DoesNotContain(Section(input, "movers"), row => (string)row["of"]! is "type" or "topic");
    }

    // An issue can become another for the days of grace, an answer for as many more.
    [Theory]
    [InlineData(6, false, false)]
    [InlineData(7, true, false)]
    [InlineData(13, true, false)]
    [InlineData(14, true, true)]
    public void Shares_BeforeTheMonthIsFinal_WaitForWhatMayStillChange(int days, bool isSettled, bool isFinal)
    {
        var input = SomeReport.Input(baseline: SomeReport.Before);
        input = input with { Now = input.Figures.Calendar.Period.To.AddDays(days) };
        var rows = Section(input, "summary").ToDictionary(row => (string)row["figure"]!);

        Assert.All(["answered", "asked", "escalated"], figure => Assert.Equal(isSettled, rows[figure]["p"]!.Type != JTokenType.Null));
        Assert.All(["resolved", "firstContact"], figure => Assert.Equal(isFinal, rows[figure]["p"]!.Type != JTokenType.Null));
        Assert.NotEqual(JTokenType.Null, rows["reopened"]["p"]!.Type);
    }

    [Fact]
    public void Shares_BaselineThatWasNotFinal_AreNotCompared()
    {
        var early = SomeReport.Before with { KnownAt = SomeReport.Before.To.AddDays(10) };
        var rows = Section(SomeReport.Input(baseline: early), "summary").ToDictionary(row => (string)row["figure"]!);

        Assert.Equal((true, false), (early.IsSettled, early.IsFinal));
        Assert.Equal((false, true), (rows["resolved"]["p"]!.Type != JTokenType.Null, rows["asked"]["p"]!.Type != JTokenType.Null));
    }

    // Whatever came two days ago may still be answered, whoever has it now.
    [Theory]
    [InlineData(1, "so far: 1 of 10; 2 answers are not yet certain, and issues of the last 7 days can still be answered")]
    [InlineData(8, "so far: 1 of 10; 2 answers are not yet certain, so this can rise to 30.0 %")]
    public void Resolved_BeforeTheMonthIsFinal_SaysWhatItCanBecome(int days, string note)
    {
        FigureCell[] cells =
        [
            new(
                new(1, "a"),
                new()
                {
                    Issues = 10,
                    Decided = 10,
                    Answered = 3,
                    Assumed = 1,
                    Asked = 4,
                    Escalated = 3,
                    Followed = 10,
                }
            ),
        ];
        var input = SomeReport.Input(cells);

        Assert.Equal(
            note,
            SomeReport
                .Build(input with { Now = input.Figures.Calendar.Period.To.AddDays(days) })
                .Highlights.Single(highlight => highlight.Name == "Answered or fixed, and it held")
                .Note
        );
    }

    // That the baseline is not final says nothing of this month.
    [Fact]
    public void Resolved_OnlyTheBaselineIsNotFinal_IsNotSoFar() =>
        Assert.DoesNotContain(
            "so far",
            MarkdownReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before with { KnownAt = SomeReport.Before.To }))),
            StringComparison.Ordinal
        );

    // What did not come in the baseline is new; it does not follow that the baseline knew no types.
    [Fact]
    public void Filter_OfWhatIsNew_SaysThatItIs()
    {
        var filter = new FigureFilter(Type: "outage");
        FigureCell outage = new(
            new(2, "outage/page", "web", "phone", "va.gov"),
            new()
            {
                Issues = 310,
                Decided = 310,
                Followed = 310,
                Routed = 310,
                Handled = 310,
            }
        );
        var input = SomeReport.Input([.. SomeReport.October, outage], SomeReport.Before);
        input = input with { Filter = filter, Figures = input.Figures.Where(filter), Baseline = SomeReport.Before.Where(filter) };

        Assert.Equal(
            "More issues came in than in the baseline: 10.0 a day, compared with none before; this is very unlikely to be due to chance.",
            SomeReport.Build(input).Findings[0].Text
        );
        Assert.Contains("outage/page", Section(input, "movers").Select(row => (string)row["name"]!));
        Assert.DoesNotContain("are not compared", MarkdownReport.Write(SomeReport.Build(input)), StringComparison.Ordinal);
    }

    // One ticket of 300 with a team does not make the others' teams new.
    [Fact]
    public void Teams_SeldomNamedInTheBaseline_AreNotCompared()
    {
        FigureCell Ticket(int? tier, string? team, int issues) =>
            new(
                new(tier, "a", team),
                new()
                {
                    Issues = issues,
                    Followed = issues,
                    Handled = issues,
                }
            );
        var input = SomeReport.Input(
            [Ticket(2, "x", 310)],
            SomeReport.Before with
            {
                Cells = [Ticket(2, "x", 1), Ticket(null, null, 919)],
            },
            withRules: false
        );

        Assert.Empty(Section(input, "movers"));
        Assert.Null(Section(input, "tiers")[0]!["change"]);
        Assert.DoesNotContain(
            "baseline",
            SomeReport.Build(input).Highlights.Single(highlight => highlight.Name == "Reached tier 2 or 3").Note,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tiers_OfTicketsWithoutOne_AreOfThoseThatAreKnown()
    {
        FigureCell Ticket(int? tier, int issues) => new(new(tier, "a"), new() { Issues = issues, Handled = issues });
        var tile = SomeReport
            .Build(SomeReport.Input([Ticket(2, 10), Ticket(null, 90)]))
            .Highlights.Single(highlight => highlight.Name.StartsWith("Reached", StringComparison.Ordinal));

        Assert.Equal(("Reached tier 2 or 3, of the 10 for which it is known", "100.0 %"), (tile.Name, tile.Value));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Tiers_IssuesThatMayStillReachAHigherOne_AreNotComparedYet(int days, bool areCompared)
    {
        var input = SomeReport.Input(baseline: SomeReport.Before);
        input = input with { Now = input.Figures.Calendar.Period.To.AddDays(days) };

        Assert.Equal(areCompared, Section(input, "tiers")[0]!["change"] is not null);
        Assert.Equal(areCompared, SomeReport.Build(input).Sections.Any(section => section.Id == "tierShares"));
    }

    // A month of a history in which nothing came is no journal.
    [Fact]
    public void History_WithoutIssues_HasNothingOfRules()
    {
        var input = SomeReport.Input([], withRules: false);
        var report = SomeReport.Build(input with { Figures = input.Figures with { IsHistory = true } });

        Assert.DoesNotContain(report.About, line => line.Contains("rules", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Sections, section => section.Id is "unresolved" or "rules");
        Assert.DoesNotContain(SpreadsheetExport.Of(report.Input).SelectMany(tab => tab.Rows).SelectMany(row => row), cell =>
            cell.Contains("by rule", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Types_UnknownInBoth_IsNoTypeInCommon()
    {
        FigureCell[] tickets =
        [
            new(new(1, "Password Reset"), new() { Issues = 300, Handled = 300 }),
            new(new(1, FigureKey.UnknownType), new() { Issues = 1, Handled = 1 }),
        ];
        FigureCell[] decided =
        [
            new(
                new(1, "sign-in/password"),
                new()
                {
                    Issues = 120,
                    Decided = 120,
                    Followed = 120,
                }
            ),
            new(
                new(1, FigureKey.UnknownType),
                new()
                {
                    Issues = 180,
                    Decided = 180,
                    Followed = 180,
                }
            ),
        ];

        Assert.True(SomeReport.Input(decided, SomeReport.Before with { Cells = tickets }).TypesAreNamedOtherwise);
    }

    [Fact]
    public void History_RulesThatDidNotReadIt_SayNothing()
    {
        var sections = SomeReport.Build(SomeReport.Input(Tickets)).Sections.Select(section => section.Id);

        Assert.Empty(sections.Intersect(["rules", "defects", "practices"]));
    }

    private static JToken Section(ReportInput input, string id) => JsonReport.Document(SomeReport.Build(input))["sections"]![id]!;

    private static string Note(ReportInput input, string id) => SomeReport.Build(input).Sections.Single(section => section.Id == id).Note;
}
