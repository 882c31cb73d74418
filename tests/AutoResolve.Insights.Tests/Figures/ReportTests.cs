using System.Xml.Linq;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Insights.Figures.Reporting.Html;
using AutoResolve.Shared.Text;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class ReportTests
{
    private static readonly string[] EarlyFigures = ["resolved", "firstContact", "pending"];

    [Fact]
    public void Markdown_AgainstABaseline_IsForPeople() =>
        Snapshot.Match(MarkdownReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before))));

    [Fact]
    public void Markdown_WithoutBaselineOrRules_SaysSo()
    {
        var text = MarkdownReport.Write(SomeReport.Build(SomeReport.Input(withRules: false)));

        Assert.Contains("There is no baseline to compare with.", text, StringComparison.Ordinal);
        Assert.Contains("Without rules: known defects and causes are not shown", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "By chance |",
            text[..text.IndexOf("## What the figures mean", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Markdown_EmptyMonth_SaysSo()
    {
        var text = MarkdownReport.Write(SomeReport.Build(SomeReport.Input([], SomeReport.Before)));

        Assert.Contains("No issues came in during this period.", text, StringComparison.Ordinal);
        Assert.Contains("| debt/copay | 0 | – | 10.1 | none |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_NothingAtAll_IsStillAReport() =>
        Assert.DoesNotContain(
            "NaN",
            MarkdownReport.Write(SomeReport.Build(SomeReport.Input([], withRules: false))),
            StringComparison.Ordinal
        );

    // What a history does not say is not a share of nought.
    [Fact]
    public void Markdown_OfAHistory_HasNoFiguresOfRules()
    {
        var text = MarkdownReport.Write(
            SomeReport.Build(SomeReport.Input([new(new(2, "a"), new() { Issues = 5, Handled = 5 })], withRules: false))
        );

        Assert.Contains("people dealt with them", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            " Escalated |",
            text[..text.IndexOf("## What the figures mean", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("| Answered by rule | 0", text, StringComparison.Ordinal);
    }

    // From twice the days of grace after the month on, and not before.
    [Theory]
    [InlineData("2026-11-15T03:59:59Z", "Not final before 2026-11-15")]
    [InlineData("2026-11-15T04:00:00Z", "Answers were followed for 7 days")]
    public void About_Grace_SaysWhetherTheFiguresAreFinal(string now, string expected) =>
        Assert.Contains(
            SomeReport
                .Build(SomeReport.Input() with { Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) })
                .About,
            line => line.StartsWith(expected, StringComparison.Ordinal)
        );

    // Half a month against a month is no fall by half.
    [Fact]
    public void About_MonthNotOver_IsComparedByItsDays()
    {
        var input = SomeReport.Input(baseline: SomeReport.Before) with { Now = new DateTimeOffset(2026, 10, 16, 16, 0, 0, TimeSpan.Zero) };
        var report = SomeReport.Build(input);

        Assert.Equal(15.5, input.Length);
        Assert.Contains("Not over: counted until 2026-10-16; compared as 15.5 days", report.About);
        Assert.Equal(400 * 15.5 / 92, (double)Section(input, "types")[0]!["expected"]!, 3);
        Assert.Equal(15.5, Baseline.Read(JsonReport.Write(report))!.Length);
    }

    // A journal that begins in the middle of a month has not half as many issues a day.
    [Theory]
    [InlineData("2026-12-01T05:00:00Z", 20, "Nothing is known before 2026-10-12; compared as 20.0 days")]
    [InlineData(
        "2026-10-16T16:00:00Z",
        4.5,
        "Nothing is known before 2026-10-12. Not over: counted until 2026-10-16; compared as 4.5 days"
    )]
    public void About_SourceBeginsWithinTheMonth_IsComparedByItsDays(string now, double days, string about)
    {
        var input = SomeReport.Input(baseline: SomeReport.Before) with
        {
            Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
        };
        input = input with { Figures = input.Figures with { KnownSince = new DateTimeOffset(2026, 10, 12, 4, 0, 0, TimeSpan.Zero) } };
        var report = SomeReport.Build(input);

        Assert.Equal(days, input.Length);
        Assert.Contains(about, report.About);
        Assert.Equal(400 * days / 92, (double)Section(input, "types")[0]!["expected"]!, 2);
        Assert.Equal(days, Baseline.Read(JsonReport.Write(report))!.Length);
        Assert.Equal("2026-10-12", (string)Section(input, "days")[0]!["day"]!);
        Assert.Equal((int)Math.Ceiling(days), Section(input, "days").Count());
    }

    // What is heard of an answer comes early, what is not heard late.
    [Fact]
    public void Summary_AnswersArePending_ComparesNothingThatDependsOnThem()
    {
        FigureCell[] cells =
        [
            new(
                new(1, "sign-in/loop"),
                new()
                {
                    Issues = 100,
                    Decided = 100,
                    Answered = 90,
                    Assumed = 40,
                    Reopened = 5,
                    Followed = 100,
                    Escalated = 10,
                }
            ),
        ];
        var input = SomeReport.Input(cells, SomeReport.Before);
        var rows = Section(input, "summary").ToDictionary(row => (string)row["figure"]!);

        Assert.All(EarlyFigures, figure => Assert.Equal(JTokenType.Null, rows[figure]["p"]!.Type));
        Assert.NotEqual(JTokenType.Null, rows["escalated"]["p"]!.Type);
        Assert.Contains(
            "so far: 40 of 100; 45 answers are not yet certain, so this can rise to 85.0 %",
            SomeReport.Build(input).Highlights.Single(highlight => highlight.Name == "Answered or fixed, and it held").Note,
            StringComparison.Ordinal
        );
    }

    // Of 400 reports in which nothing has changed, few may say that something has.
    [Fact]
    public void Summary_NothingHasChanged_SeldomSaysThatSomethingHas()
    {
        var random = new Random(3);
        FigureCell Draw(int issues)
        {
            long Some(long of, double share) => Enumerable.Range(0, (int)of).Count(_ => random.NextDouble() < share);
            var answered = Some(issues, 0.4);
            var (escalated, reopened) = (Some(issues - answered, 0.3), Some(answered, 0.1));
            var confirmed = Some(answered - reopened, 0.3);
            var routed = Some(issues - answered - escalated, 0.4);
            return new(
                new(1, "a"),
                new()
                {
                    Issues = issues,
                    Decided = issues,
                    Answered = answered,
                    Confirmed = confirmed,
                    Assumed = answered - reopened - confirmed,
                    Reopened = reopened,
                    Followed = issues,
                    Escalated = escalated,
                    Routed = routed,
                    Asked = issues - answered - escalated - routed,
                    FirstContact = Some(answered - reopened, 0.8),
                }
            );
        }

        var alarms = Enumerable
            .Range(0, 400)
            .Count(_ =>
                Section(SomeReport.Input([Draw(300)], SomeReport.Before with { Cells = [Draw(900)] }, withRules: false), "summary")
                    .Any(row => (double?)row["p"] < 0.05)
            );

        Assert.InRange(alarms, 0, 30);
    }

    [Fact]
    public void About_BaselineAfterOrUnfinishedOrOfOtherTypes_IsTold()
    {
        var baseline = SomeReport.Before with
        {
            From = new DateTimeOffset(2026, 11, 1, 5, 0, 0, TimeSpan.Zero),
            To = new DateTimeOffset(2026, 11, 10, 5, 0, 0, TimeSpan.Zero),
            Cells =
            [
                new(
                    new(1, "other"),
                    new()
                    {
                        Issues = 10,
                        Decided = 10,
                        Answered = 5,
                    }
                ),
            ],
        };
        var about = SomeReport.Build(SomeReport.Input(baseline: baseline)).About;

        Assert.Equal(
            "42.7 %",
            SomeReport
                .Build(SomeReport.Input(baseline: baseline))
                .Highlights.Single(highlight => highlight.Name == "Answered or fixed, and it held")
                .Value
        );
        Assert.DoesNotContain(
            "baseline",
            SomeReport
                .Build(SomeReport.Input(baseline: baseline))
                .Highlights.Single(highlight => highlight.Name == "Answered or fixed, and it held")
                .Note,
            StringComparison.Ordinal
        );
        Assert.Contains("The baseline is later than this period", about);
        Assert.Contains("The baseline was frozen before it was final: 5 of its answers were pending", about);
        Assert.Contains(about, line =>
            line.StartsWith("Only 0 of 108 issues have types that occur in the baseline: adjusted for mix", StringComparison.Ordinal)
        );
    }

    // The days of a baseline are those of its own zone.
    [Fact]
    public void About_BaselineOfAnotherZone_KeepsItsDays() =>
        Assert.Contains(
            "Baseline: 550 issues from 2026-07-01 to 2026-09-30, UTC",
            SomeReport
                .Build(
                    SomeReport.Input(
                        baseline: SomeReport.Before with
                        {
                            From = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero),
                            To = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero),
                            Zone = "UTC",
                        }
                    )
                )
                .About
        );

    [Fact]
    public void Rules_AnswerThatAnotherFollowed_StandsWithItsRule()
    {
        var input = SomeReport.Input();
        FigureCell[] superseded =
        [
            new(
                new(1, "a", Rule: "early"),
                new()
                {
                    Issues = 30,
                    Decided = 30,
                    Answered = 30,
                    Reopened = 30,
                    Followed = 30,
                }
            ),
        ];
        input = input with { Figures = input.Figures with { Superseded = superseded } };

        // Sixty rules with fewer answers do not push it off the table.
        input = input with
        {
            Figures = input.Figures with
            {
                Cells =
                [
                    .. input.Figures.Cells,
                    .. Enumerable
                        .Range(0, 60)
                        .Select(number => new FigureCell(
                            new(1, "a", Rule: $"small-{number}"),
                            new()
                            {
                                Issues = 1,
                                Decided = 1,
                                Followed = 1,
                                Routed = 1,
                                Handled = 1,
                            }
                        )),
                ],
            },
        };
        var row = Section(input, "rules").Single(row => (string)row["rule"]! == "early");

        Assert.Equal((0, 30, "retire"), ((int)row["issues"]!, (int)row["answered"]!, (string)row["advice"]!));
        Assert.Contains(SpreadsheetExport.Of(input).Single(tab => tab.Name == "feedback").Rows, line =>
            line.SequenceEqual(["early", "30", "0", "0", "0", "30", "0"])
        );
    }

    // The issues of its rule went to another team: the rule is busy, its defect is that team's to see.
    [Fact]
    public void TeamPage_RuleWhoseIssuesGoToAnotherTeam_IsKnownThere()
    {
        FigureCell[] cells =
        [
            new(
                new(2, "letters/missing", "identity", Rule: "letters.missing"),
                new()
                {
                    Issues = 25,
                    Decided = 25,
                    Followed = 25,
                    Routed = 25,
                    Handled = 25,
                }
            ),
        ];
        var input = SomeReport.Input(cells) with { DecidingRules = new HashSet<string> { "letters.missing" } };

        Assert.Equal("Letters", (string)Section(input.OfTeam("identity"), "rules")[0]!["title"]!);
        Assert.Equal(25, (int)Section(input.OfTeam("identity"), "defects")[0]!["issues"]!);
        Assert.DoesNotContain(
            "letters.missing",
            SomeReport.Build(input.OfTeam("documents")).Sections.Single(section => section.Id == "rules").Note,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rules_VanishedSinceTheBaseline_AreTold()
    {
        FigureCell Routed(string rule, int issues) =>
            new(
                new(2, "a", "x", Rule: rule),
                new()
                {
                    Issues = issues,
                    Decided = issues,
                    Followed = issues,
                    Routed = issues,
                    Handled = issues,
                }
            );
        var rows = Section(
            SomeReport.Input([Routed("up", 60)], SomeReport.Before with { Cells = [Routed("up", 90), Routed("gone", 300)] }),
            "rules"
        );

        Assert.Equal(["up", "gone"], rows.Select(row => (string)row["rule"]!));
        Assert.InRange((double)rows[1]!["p"]!, 0, 0.001);
        Assert.Equal(101.087, (double)rows[1]!["expected"]!, 2);
    }

    [Fact]
    public void Summary_AnswersAfterWhichTheIssueWasDecidedAgain_AreAFigureOfTheirOwn()
    {
        var input = SomeReport.Input();
        input = input with
        {
            Figures = input.Figures with
            {
                Superseded =
                [
                    new(
                        new(1, "a", Rule: "early"),
                        new()
                        {
                            Issues = 27,
                            Decided = 27,
                            Answered = 27,
                            Reopened = 27,
                            Followed = 27,
                        }
                    ),
                ],
            },
        };

        Assert.Equal(
            (27, 100),
            Section(input, "summary")
                .Where(row => (string)row["figure"]! == "again")
                .Select(row => ((int)row["share"]!["hits"]!, (int)row["share"]!["of"]!))
                .Single()
        );
    }

    // Nothing is not zero.
    [Fact]
    public void SixTabs_OfAHistoryOfAPartOfTheMonth_HaveOnlyWhatIsKnown()
    {
        var input = SomeReport.Input([new(new(1, "a"), new() { Issues = 4, Handled = 4 })]);
        input = input with
        {
            Figures = input.Figures with { KnownSince = input.Figures.Calendar.Starts[^5], KnownUntil = input.Figures.Calendar.Starts[^2] },
        };
        var tabs = SpreadsheetExport.Of(input).ToDictionary(tab => tab.Name);

        Assert.Equal(["Dealt with by people", "4"], tabs["status"].Rows[1]);
        Assert.Equal(["Day", "2026-10-27", "2026-10-28", "2026-10-29"], tabs["call-volume"].Rows.Select(row => row[0]));
    }

    [Fact]
    public void TimeOfPeople_NotKnownOfSome_IsTold()
    {
        FigureCell[] cells =
        [
            new(
                new(2, "a"),
                new()
                {
                    Issues = 20,
                    Decided = 20,
                    Followed = 20,
                    Routed = 20,
                    Handled = 20,
                }
            ),
            new(
                new(null, "unknown"),
                new()
                {
                    Issues = 1,
                    Decided = 1,
                    Followed = 1,
                    Escalated = 1,
                    Handled = 1,
                }
            ),
        ];
        var time = SomeReport.Build(SomeReport.Input(cells)).Highlights.Single(highlight => highlight.Name == "People's time");

        Assert.Equal(("8.3 hours", "for 20 issues, estimated; not known for 1 more"), (time.Value, time.Note));
    }

    [Fact]
    public void Defects_RulesWithSeveralDates_AreToBeMendedByTheFirst()
    {
        FigureCell Routed(string rule, int issues) =>
            new(
                new(2, "a", "x", Rule: rule),
                new()
                {
                    Issues = issues,
                    Decided = issues,
                    Followed = issues,
                    Routed = issues,
                    Handled = issues,
                }
            );

        Assert.Equal(
            "2026-10-15",
            (string)Assert.Single(Section(SomeReport.Input([Routed("letters.list", 9), Routed("letters.missing", 1)]), "defects"))["until"]!
        );
    }

    // A rule that decided issues of another channel is not idle.
    [Fact]
    public void Rules_OfAFilter_SaysNothingOfIdleOnes()
    {
        Assert.Contains("debt.copay", RulesNote(SomeReport.Input()), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "debt.copay",
            RulesNote(SomeReport.Input() with { Filter = new FigureFilter(Channel: "mail") }),
            StringComparison.Ordinal
        );

        static string RulesNote(ReportInput input) => SomeReport.Build(input).Sections.Single(section => section.Id == "rules").Note;
    }

    [Fact]
    public void TeamPage_Minutes_AreNotThoseOfOtherTeams()
    {
        FigureCell[] cells =
        [
            new(new(1, "a", "mine"), new() { Issues = 2, Handled = 2 }),
            new(
                new(1, "a", "secret"),
                new()
                {
                    Issues = 1,
                    Handled = 1,
                    Timed = 1,
                    HandlingMinutes = 77,
                }
            ),
        ];

        Assert.DoesNotContain(SomeReport.Build(SomeReport.Input(cells, withRules: false).OfTeam("mine")).Highlights, highlight =>
            highlight.Name == "People's time"
        );
    }

    [Theory]
    [InlineData("https://evil.example/a", "https&#58;//evil.example/a")]
    [InlineData("www.evil.example", "www&#46;evil.example")]
    [InlineData("@octocat ~~x~~ *b* [l](u) <i>", "&#64;octocat \\~\\~x\\~\\~ \\*b\\* \\[l\\](u) &lt;i>")]
    public void Markdown_Names_AreOnlyText(string name, string expected) =>
        Assert.Contains(
            $"| {expected} | 1 |",
            MarkdownReport.Write(SomeReport.Build(SomeReport.Input([new(new(1, name), new() { Issues = 1 })], withRules: false))),
            StringComparison.Ordinal
        );

    // What came after the export of a history is not known to be nothing, in a baseline neither.
    [Fact]
    public void Baseline_OfAHistoryThatEndsEarlier_SpansTheDaysThatAreKnown()
    {
        var input = SomeReport.Input();
        input = input with { Figures = input.Figures with { KnownUntil = input.Figures.Calendar.Period.From.AddDays(10) } };

        Assert.Equal(10, Baseline.Read(JsonReport.Write(SomeReport.Build(input)))!.Length);
    }

    [Fact]
    public void About_BaselineOfTheSameTime_IsTold() =>
        Assert.Contains(
            "The baseline overlaps this period, so some issues are compared with themselves",
            SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before with { To = SomeReport.Before.To.AddDays(1) })).About
        );

    [Fact]
    public void Defects_SeveralRulesOfOneDefect_CostTogether()
    {
        var row = Assert.Single(Section(SomeReport.Input(baseline: SomeReport.Before), "defects"));

        // 12 of tier 2 for 25 minutes, 6 of tier 3 for 90.
        Assert.Equal(
            ("The list of letters does not load", 46, 18, 840),
            ((string)row["defect"]!, (int)row["issues"]!, (int)row["handled"]!, (int)row["minutes"]!)
        );
        Assert.Equal(("https://example.org/issues/7", "2026-10-15"), ((string)row["tracking"]!, (string)row["until"]!));
        Assert.Contains("2026-10-15, overdue", MarkdownReport.Write(SomeReport.Build(SomeReport.Input())), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_Advice_FollowsTheInterval()
    {
        FigureCell Rule(string name, long resolved, long reopened) =>
            new(
                new(1, "a", Rule: name),
                new()
                {
                    Issues = resolved + reopened,
                    Decided = resolved + reopened,
                    Answered = resolved + reopened,
                    Assumed = resolved,
                    Reopened = reopened,
                    Followed = resolved + reopened,
                }
            );
        var rows = Section(
            SomeReport.Input([Rule("good", 95, 5), Rule("middling", 70, 30), Rule("bad", 30, 70), Rule("young", 10, 0)]),
            "rules"
        );

        Assert.Equal(
            [("bad", "retire"), ("good", "keep"), ("middling", "tune"), ("young", "too few judged answers to say")],
            rows.Select(row => ((string)row["rule"]!, (string)row["advice"]!))
        );
    }

    [Fact]
    public void Unresolved_Ranked_SaysWhyAndHowUrgent()
    {
        var rows = Section(SomeReport.Input(), "unresolved");

        Assert.Equal(
            [
                ("letters/missing", 41, "a rule asks or hands it on 21, reopened 20", "urgent"),
                ("sign-in/loop", 15, "a rule asks or hands it on 12, reopened 3", "urgent"),
                ("unknown", 9, "no rule 9", "low"),
                (SomeReport.Hostile, 1, "something was not known 1", "low"),
            ],
            rows.Select(row => ((string)row["type"]!, (int)row["unresolved"]!, (string)row["why"]!, (string)row["priority"]!))
        );
    }

    [Fact]
    public void Practices_Causes_ByTeam() =>
        Assert.Equal(
            [
                ("identity", "The clock of the device is wrong", "on the user's side", "Say that the clock is wrong", 60),
                ("documents", "The list of letters does not load", "known defect", null, 46),
            ],
            Section(SomeReport.Input(), "practices")
                .Select(row =>
                    ((string)row["team"]!, (string)row["cause"]!, (string)row["kind"]!, (string?)row["practice"], (int)row["issues"]!)
                )
        );

    [Fact]
    public void Teams_OfTheDesk_AreCalledAsPeopleCallThem()
    {
        var text = MarkdownReport.Write(SomeReport.Build(SomeReport.Input()));

        Assert.Contains("| Documents and letters |", text, StringComparison.Ordinal);
        Assert.Equal(["identity", "documents"], Section(SomeReport.Input(), "practices").Select(row => (string)row["team"]!));
    }

    [Fact]
    public void TeamPage_OfATeamOfTheDesk_SaysHowItIsReached() =>
        Assert.Contains(
            "Documents and letters, reached at #letters, owned by Letters lead",
            SomeReport.Build(SomeReport.Input().OfTeam("documents")).About
        );

    [Fact]
    public void Movers_OnlyWhatChanceDoesNotExplain_TheLargestFirst() =>
        Assert.Equal(
            ["phone channel", "sign-in/loop type", "va.gov product", "debt/copay type", "unknown type"],
            Section(SomeReport.Input(baseline: SomeReport.Before), "movers").Select(row => $"{row["name"]} {row["of"]}")
        );

    [Fact]
    public void TeamPage_OfOneTeam_HasNothingOfTheOthers()
    {
        var page = HtmlReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before).OfTeam("documents")));

        Assert.Contains("letters/missing", page, StringComparison.Ordinal);
        Assert.Contains("The list of letters does not load", page, StringComparison.Ordinal);
        Assert.Contains("Baseline: 120 issues", page, StringComparison.Ordinal);
        foreach (var other in new[] { "sign-in", "identity", "The clock", "debt", "vsa-debt", "By team<" })
            Assert.DoesNotContain(other, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_OfTheSixTabs_IsForSpreadsheets() =>
        Snapshot.Match(
            CsvTable
                .Write(SpreadsheetExport.InOne(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before))))
                .Replace("\r", "", StringComparison.Ordinal)
        );

    [Fact]
    public void SixTabs_AnyTab_HasAllIssues()
    {
        var tabs = SpreadsheetExport.Of(SomeReport.Input()).ToDictionary(tab => tab.Name, tab => tab.Rows.Skip(1).ToList());
        static long Sum(IEnumerable<IReadOnlyList<string>> rows) =>
            rows.Sum(row => long.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(["totals", "topic", "subtopic", "status", "feedback", "call-volume"], tabs.Keys);
        Assert.Equal(SpreadsheetExport.Names, tabs.Keys);
        Assert.Equal(117, Sum(tabs["topic"]));
        Assert.Equal(117, Sum(tabs["subtopic"]));
        Assert.Equal(117, Sum(tabs["call-volume"]));
        Assert.Equal(117, Sum(tabs["totals"].Where(row => row[0] != "all")));
        Assert.Equal(117, Sum(tabs["status"].Where(row => row[0] != "All")));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"\r\n")]
    [InlineData("+cmd", "\"'+cmd\"\r\n")]
    [InlineData("-cmd", "\"'-cmd\"\r\n")]
    [InlineData("-12.5", "\"-12.5\"\r\n")]
    [InlineData("-1+cmd|' /C calc'!A0", "\"'-1+cmd|' /C calc'!A0\"\r\n")]
    [InlineData("@sum", "\"'@sum\"\r\n")]
    [InlineData("  =1+1", "\"'  =1+1\"\r\n")]
    [InlineData("\u00A0=1+1", "\"'\u00A0=1+1\"\r\n")]
    [InlineData("\uFF1D1+1", "\"'\uFF1D1+1\"\r\n")]
    [InlineData("\tx", "\"'\tx\"\r\n")]
    [InlineData("\r=1", "\"'\r=1\"\r\n")]
    [InlineData("a;=1+1", "\"a;=1+1\"\r\n")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"\r\n")]
    [InlineData("", "\"\"\r\n")]
    public void Csv_CellThatASpreadsheetWouldRun_IsText(string value, string expected) =>
        Assert.Equal(
            expected,
            CsvTable.Write([
                [value],
            ])
        );

    [Fact]
    public void Json_OfAReport_HasFiguresForProgramsAndIsABaseline()
    {
        var report = SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before));
        var document = JObject.Parse(JsonReport.Write(report));

        Assert.Equal(45, (int)document["sections"]!["types"]!.Single(row => (string)row["name"]! == "sign-in/loop")["resolved"]!["hits"]!);
        var baseline = Baseline.Read(JsonReport.Write(report))!;
        Assert.Equal(SomeReport.October, baseline.Cells);
        Assert.Equal((report.Input.Figures.Calendar.Period.From, 7, new FigureFilter()), (baseline.From, baseline.Grace, baseline.Filter));
    }

    [Fact]
    public void Json_OfATeam_KeepsItsFilter() =>
        Assert.Equal(
            new FigureFilter(Team: "documents"),
            Baseline.Read(JsonReport.Write(SomeReport.Build(SomeReport.Input().OfTeam("documents"))))!.Filter
        );

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z","zone":"UTC","grace":7,"cells":[]}""")]
    [InlineData(
        """{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":[{"issues":-1,"type":"a"}]}"""
    )]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":[{"issues":5}]}""")]
    [InlineData(
        """
            {"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,
              "cells":[{"issues":5,"decided":5,"answered":9,"type":"a"}]}
            """
    )]
    [InlineData(
        """
            {"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,
              "cells":[{"issues":99999999999999999999,"type":"a"}]}
            """
    )]
    [InlineData(
        """
            {"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,
              "cells":[{"issues":"NaN","minutes":"NaN","type":"a"}]}
            """
    )]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":["a"]}""")]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":[null]}""")]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":[[]]}""")]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"Mars","grace":7,"cells":[]}""")]
    [InlineData("""{"from":"soon","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"cells":[]}""")]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","grace":7,"filter":[1],"cells":[]}""")]
    public void Baseline_Broken_IsNone(string text) => Assert.Null(Baseline.Read(text));

    // Each count of a sound cell, made too large, is more than what it is a part of.
    [Theory]
    [InlineData("decided")]
    [InlineData("answered")]
    [InlineData("confirmed")]
    [InlineData("assumed")]
    [InlineData("unseen")]
    [InlineData("reopened")]
    [InlineData("followed")]
    [InlineData("escalated")]
    [InlineData("routed")]
    [InlineData("asked")]
    [InlineData("ignored")]
    [InlineData("unfinished")]
    [InlineData("firstContact")]
    [InlineData("withinHour")]
    [InlineData("withinDay")]
    [InlineData("handled")]
    [InlineData("timed")]
    public void Baseline_PartLargerThanItsWhole_IsNone(string count)
    {
        var document = JObject.Parse(JsonReport.Write(SomeReport.Build(SomeReport.Input([SomeReport.October[0]]))));
        Assert.NotNull(Baseline.Read(document.ToString()));
        document["cells"]![0]![count] = 1000;

        Assert.Null(Baseline.Read(document.ToString()));
    }

    [Fact]
    public void Baseline_Names_AreMaskedAndKeptAsTheyAre()
    {
        var document = JObject.Parse(
            JsonReport.Write(
                SomeReport.Build(
                    SomeReport.Input(
                        [new(new(1, "2026-01-01T00:00:00Z"), new() { Issues = 1 }), new(new(1, "a"), new() { Issues = 1 })],
                        withRules: false
                    )
                )
            )
        );
        document["cells"]![1]!["type"] = "jane.doe@example.org";

        var types = Baseline.Read(document.ToString())!.Cells.Select(cell => cell.Key.Type).ToList();

        Assert.Contains("2026-01-01T00:00:00Z", types);
        Assert.DoesNotContain("jane", string.Concat(types), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_IsWellFormedAndNeedsNothingElse()
    {
        var page = HtmlReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before)));
        var document = XDocument.Parse(
            page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
                .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
                .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
                .Replace(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
                    "",
                    StringComparison.Ordinal
                )
        );

        Assert.Empty(document.Descendants("script"));
        Assert.DoesNotContain(document.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName is "src"
            || (attribute.Name.LocalName != "href" && attribute.Value.StartsWith("http", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.Equal("en", document.Root!.Attribute("lang")!.Value);
        Assert.Single(document.Descendants("h1"));
        Assert.All(document.Descendants("table"), table =>
            Assert.True(table.Element("caption") is not null && table.Descendants("th").All(cell => cell.Attribute("scope") is not null))
        );
        Assert.All(document.Descendants("svg"), chart =>
            Assert.Contains(chart.Elements("title"), title => title.Attribute("id")!.Value == chart.Attribute("aria-labelledby")!.Value)
        );
        Assert.All(document.Descendants("svg"), chart => Assert.NotEmpty(chart.Ancestors("section").Single().Descendants("table")));
        Assert.Equal(24, document.Descendants("svg").Count());
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(document.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(link => link[0] == '#'), link =>
            Assert.Contains(link[1..], ids)
        );
        Assert.All(document.Descendants("caption"), caption =>
            Assert.DoesNotContain(caption.Value, document.Descendants("h2").Select(heading => heading.Value))
        );
        Assert.Equal(
            "https://example.org/issues/7",
            document.Descendants("td").Elements("a").Select(link => link.Attribute("href")!.Value).Distinct().Single()
        );
    }

    [Fact]
    public void Definitions_EveryReport_HasThemAll()
    {
        foreach (var input in new[] { SomeReport.Input(), SomeReport.Input([], withRules: false), SomeReport.Input().OfTeam("documents") })
        {
            var text = MarkdownReport.Write(SomeReport.Build(input));
            Assert.All(Definitions.Words("7 days"), word => Assert.Contains($"| {word.Word} | ", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Definitions_TheirPage_SaysTheSame()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "figures.md"));

        Assert.All(Definitions.Words("7 days"), word =>
            Assert.Contains($"| {word.Word} | {word.Meaning} |\n", page, StringComparison.Ordinal)
        );
    }

    private static JToken Section(ReportInput input, string id) =>
        JObject.Parse(JsonReport.Write(SomeReport.Build(input)))["sections"]![id]!;
}
