using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Intake;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.History;
using AutoResolve.Tests.Histories;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class HistoryFiguresTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_CountsWithoutTexts_AreFigures()
    {
        var figures = Read(
            "date,type,team,tier,escalated,minutes\n2026-10-05,letters,documents,2,yes,30\n"
                + "2026-10-06,letters,documents,2,no,\n2026-10-07,letters,documents,2,,10\n"
        );

        var cell = Assert.Single(figures.Cells);
        Assert.Equal(new FigureKey(2, "letters", "documents"), cell.Key);
        Assert.Equal(
            new FigureCounts
            {
                Issues = 3,
                Followed = 2,
                Escalated = 1,
                Handled = 3,
                Timed = 2,
                HandlingMinutes = 40,
            },
            cell.Counts
        );
        Assert.Equal(["Not in the history: channel"], figures.Remarks);
    }

    // A date of a spreadsheet names no zone: it is that of the desk, not of Greenwich.
    [Theory]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-10-31 23:30", true)]
    [InlineData("2026-09-30 23:30", false)]
    [InlineData("2026-10-01T03:59:00Z", false)]
    [InlineData("2026-10-01T04:00:00Z", true)]
    [InlineData("2026-10-01T00:00:00-04:00", true)]
    [InlineData("2026-11-01T03:59:00+00:00", true)]
    [InlineData("10/1/2026", true)]
    [InlineData("11/1/2026 0:30", false)]
    public void Read_Date_CountsInTheMonthOfTheReportingZone(string date, bool counts) =>
        Assert.Equal(counts ? 1 : 0, Read($"date,type\n{date},a\n2020-01-01,b\n", isDayFirst: false).Cells.Sum(cell => cell.Counts.Issues));

    [Fact]
    public void Read_IssuesThatCannotBeCounted_AreTold()
    {
        using var history = new HistoryText(
            "{\"type\":\"a\",\"date\":\"2026-10-05\"}\n{\"type\":\"a\",\"date\":\"soon\"}\n{\"type\":\"a\"}\n[1]\n"
        );

        var figures = Read(new HistoryFile(history.Path) { NeedsText = false });

        Assert.Equal(1, figures.Cells.Sum(cell => cell.Counts.Issues));
        Assert.Equal(
            [
                "Not counted: 2 of 3 issues have no date that could be read",
                "Not counted: 1 record could not be read, such as record 4: This line is not a JSON object in braces { }.",
                "Not read: date of 1 issue, such as 'soon' (write 2026-10-31)",
                "Not in the history: team, tier, channel",
            ],
            figures.Remarks
        );
    }

    [Fact]
    public void Read_NoDates_IsNoMonth() =>
        Assert.EndsWith(
            "has a date that could be read, so none belongs to a month. Say which column holds it with --column "
                + "date=NAME; it has type, when.",
            Assert.Throws<HistoryException>(() => Read("type,when, ,\u200E,\na,today,,,\n")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_DatesOfNoKnownForm_AreShown() =>
        Assert.EndsWith(
            "has a date that could be read, so none belongs to a month. It has dates such as 'today, says "
                + "[PII_EMAIL]': write 2026-10-31. Known are "
                + HistoryFile.KnownDates
                + ". If another column holds the date, say so with --column date=NAME; it has date, type.",
            Assert.Throws<HistoryException>(() => Read("type,date\na,\"today, says jane.doe@example.org\"\n")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_PersonalDataInNames_AreMasked() =>
        Assert.DoesNotContain(
            "jane",
            Assert.Single(Read("date,type,team\n2026-10-05,a,jane.doe@example.org\n").Cells).Key.Team,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_NameOfItsOwnForEachIssue_IsCutShort()
    {
        var figures = Read("date,type\n" + string.Concat(Enumerable.Range(0, 30_000).Select(number => $"2026-10-05,type-{number}\n")));

        Assert.Equal(30_000, figures.Cells.Sum(cell => cell.Counts.Issues));
        Assert.Equal((LabelSanitizer.OtherNames, 10_000L), (figures.Cells[0].Key.Type, figures.Cells[0].Counts.Issues));
    }

    // Half of them could be read, and would be wrong.
    [Theory]
    [InlineData(
        false,
        "5/10/2026",
        "13/10/2026",
        "The date of record 2 of ",
        " has the day first, and others like it would be misread. Leave --month-first away."
    )]
    [InlineData(
        true,
        "5/10/2026",
        "10/13/2026 4:05 PM",
        "The date of record 2 of ",
        " has the month first, and others like it would be misread. Leave --day-first away."
    )]
    public void Read_DatesInOtherOrder_AreRefused(bool isDayFirst, string first, string second, string start, string end)
    {
        var message = Assert.Throws<HistoryException>(() => Read($"date,type\n{first},a\n{second},a\n", isDayFirst)).Message;

        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    // What another date of the file shows is as good as said.
    [Theory]
    [InlineData("2026-10-05,10/5/2026 8:00,10/6/2026", 2)]
    [InlineData("10/5/2026,10/13/2026", 0)]
    [InlineData("10/5/2026,5-10-2026,10-13-2026 8:00", 0)]
    [InlineData("10/10/2026", 0)]
    [InlineData("5.10.2026,2026/10/05", 0)]
    public void Read_DatesThatCanBeReadBothWays_AreNotReadUnlessOthersShowTheOrder(string dates, int unread)
    {
        var figures = Read("date,type\n" + string.Concat(dates.Split(',').Select(date => date + ",a\n")));

        Assert.Equal(
            unread > 0,
            figures.Remarks.Contains(
                "Not read: date of 2 issues, such as '10/5/2026 8:00' (it is October 5 or May 10, and no other date shows which: "
                    + "say --month-first or --day-first)"
            )
        );
        Assert.Equal(unread, dates.Split(',').Length - figures.Series.Sum(cell => cell.Counts.Issues));
    }

    [Theory]
    [InlineData("10/1/2026 10/31/2026 31/10/2026", null, "some have the day first (record 3), some the month (record 2)")]
    [InlineData("31/10/2026 10/31/2026", true, "some have the day first (record 1), some the month (record 2)")]
    [InlineData("05-13-2026 5-10-2026", true, "The date of record 1 of")]
    public void Read_DatesOfBothOrders_AreRefusedWithBoth(string dates, bool? isDayFirst, string expected) =>
        Assert.Contains(
            expected,
            Assert
                .Throws<HistoryException>(() =>
                    Read("date,type\n" + string.Concat(dates.Split(' ').Select(date => date + ",a\n")), isDayFirst)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_YearsOfTwoDigits_HaveTheMonthFirst() =>
        Assert.Equal(2, Read("date,type\n10/1/26,a\n10/31/26,a\n").Cells.Sum(cell => cell.Counts.Issues));

    // A slip, or what an export writes for no date.
    [Fact]
    public void Read_OneIssueLongBeforeAllOthers_IsNotTheBeginning()
    {
        var issues = string.Concat(Enumerable.Range(0, 300).Select(number => $"2026-10-{10 + (number % 20)},a\n"));
        var figures = Read($"date,type\n1900-01-01,a\n{issues}");

        Assert.Equal(new DateTimeOffset(2026, 10, 10, 4, 0, 0, TimeSpan.Zero), figures.KnownSince);
        Assert.Contains(
            "1 issue is dated long before all others, such as on 1900-01-01; the history is taken to begin after",
            figures.Remarks
        );
        Assert.Equal(
            new DateTimeOffset(1900, 1, 1, 5, 0, 0, TimeSpan.Zero),
            Read("date,type\n1900-01-01,a\n2026-10-10,a\n").KnownSince!.Value.ToUniversalTime()
        );
    }

    // With the option nothing is open.
    [Fact]
    public void Read_DayFirst_IsNotAsked() =>
        Assert.DoesNotContain(Read("date,type\n5/10/2026,a\n", isDayFirst: true).Remarks, remark =>
            remark.Contains("first", StringComparison.Ordinal)
        );

    [Fact]
    public void Read_ColumnsOfOtherNames_AreNamed() =>
        Assert.Contains(
            "Not in the history: type, tier, channel; its other columns: Kategorie, Min",
            Read("date,Kategorie,team,Min\n2026-10-05,a,b,3\n").Remarks
        );

    [Fact]
    public void Read_ValuesThatCannotBe_AreToldByColumn() =>
        Assert.Contains(
            "Not read: tier of 1 issue, such as 'two' (write 0 to 3); minutes of 1 issue, such as '25 parsecs' "
                + "(write a number from 0 to 100,000); escalated of 1 issue, such as 'resolved' (write yes or no)",
            Read("date,type,tier,minutes,escalated\n2026-10-05,a,two,25 parsecs,resolved\n").Remarks
        );

    [Fact]
    public void Read_ManyValuesThatCannotBe_AreCounted() =>
        Assert.Contains(
            "Not read: tier of 2,597 issues, such as 'zwei' (write 0 to 3)",
            Read("date,tier\n" + string.Concat(Enumerable.Repeat("2026-10-05,zwei\n", 2_597))).Remarks
        );

    // What stands in a column by mistake is in no report.
    [Fact]
    public void Read_ValueThatCannotBe_IsToldWithoutWhatIsPersonal() =>
        Assert.Contains(
            "Not read: tier of 1 issue, such as '[PII_EMAIL] and more …' (write 0 to 3)".Replace(
                "and more …",
                "asked " + new string('x', 22) + "…",
                StringComparison.Ordinal
            ),
            Read($"date,tier\n2026-10-05,\"jane.doe@example.org\u202E\nasked {new string('x', 9000)}\"\n").Remarks
        );

    // What came after the export is not known to be nothing.
    [Fact]
    public void Read_HistoryOfAPartOfTheMonth_SaysOfWhich()
    {
        var figures = Read("date,type\n2026-10-10,a\n2026-10-05,a\n2026-10-07,a\n");

        Assert.Equal(new DateTimeOffset(2026, 10, 5, 4, 0, 0, TimeSpan.Zero), figures.KnownSince);
        Assert.Equal(new DateTimeOffset(2026, 10, 11, 4, 0, 0, TimeSpan.Zero), figures.KnownUntil);
    }

    // A slip in one date does not say that all until then is known.
    [Theory]
    [InlineData("9999-12-31", "Not counted: 1 issue is dated after today")]
    [InlineData("2027-10-10\n2026-11-16", "Not counted: 2 issues are dated after today")]
    public void Read_DatesToCome_AreNotCounted(string dates, string remark)
    {
        var figures = Read($"date\n2026-10-10\n{dates}\n");

        Assert.Equal(new DateTimeOffset(2026, 10, 11, 4, 0, 0, TimeSpan.Zero), figures.KnownUntil);
        Assert.Equal(1, figures.Series.Sum(cell => cell.Counts.Issues));
        Assert.Contains(remark, figures.Remarks);
    }

    // Its clock may be another's.
    [Fact]
    public void Read_DateOfToday_IsCounted() =>
        Assert.DoesNotContain(Read("date\n2026-11-15 23:00\n").Remarks, remark =>
            remark.StartsWith("Not counted", StringComparison.Ordinal)
        );

    [Fact]
    public void Read_NothingButDatesToCome_IsNoMonth() =>
        Assert.Contains(
            "dated after today",
            Assert.Throws<HistoryException>(() => Read("date\n2027-10-10\nsoon\n")).Message,
            StringComparison.Ordinal
        );

    // So a checkbox is exported.
    [Theory]
    [InlineData("yes,,,yes", 4, 2, true)]
    [InlineData("yes,no,,yes", 3, 2, false)]
    [InlineData("yes,yes", 2, 2, false)]
    [InlineData("no,,", 1, 0, false)]
    [InlineData(",,", 0, 0, false)]
    [InlineData("yes,perhaps,", 1, 1, false)]
    public void Read_Escalated_EmptyIsNoWhereNothingElseSaysNo(string values, int followed, int escalated, bool isTold)
    {
        var figures = Read(
            "date,type,escalated\n"
                + string.Concat(values.Split(',').Select((value, place) => $"2026-10-05,{(place % 2 == 0 ? "a" : "b")},{value}\n"))
        );

        Assert.Equal(
            (followed, escalated),
            (figures.Cells.Sum(cell => cell.Counts.Followed), figures.Cells.Sum(cell => cell.Counts.Escalated))
        );
        Assert.Equal(isTold, figures.Remarks.Contains("Escalated: empty cells count as no, for the column holds only yes"));
    }

    // What says no stands in another month.
    [Fact]
    public void Read_NoOutsideOfTheMonth_IsANo() =>
        Assert.Equal(1, Read("date,escalated\n2026-10-05,yes\n2026-10-06,\n2020-01-01,no\n").Cells.Sum(cell => cell.Counts.Followed));

    // A label may be anything; who has a type means it.
    [Theory]
    [InlineData("date,label,type\n2026-10-05,urgent,letters\n", "letters")]
    [InlineData("date,label,type\n2026-10-05,urgent,\n", "urgent")]
    [InlineData("date,label,type\n2026-10-05,urgent,\u200E\n", "urgent")]
    [InlineData("date,label\n2026-10-05,urgent\n", "urgent")]
    [InlineData("date,type\n2026-10-05,/letters/\n", "letters")]
    [InlineData("date,type\n2026-10-05,/\n", FigureKey.UnknownType)]
    public void Read_Type_IsThatOfTheColumnOfThatName(string csv, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(csv).Cells).Key.Type);

    [Fact]
    public void Read_GivenColumn_IsTheType()
    {
        using var history = new HistoryText("date,label,type\n2026-10-05,urgent,letters\n", ".csv");
        var columns = new ColumnMap(new Dictionary<string, string> { ["label"] = "label" });

        Assert.Equal(
            "urgent",
            Assert
                .Single(
                    Read(
                        new HistoryFile(history.Path, new ReadingOptions { Columns = columns, Zone = NewYork }) { NeedsText = false }
                    ).Cells
                )
                .Key.Type
        );
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u200E")]
    [InlineData("\u200E \u200B")]
    public void Read_NamesThatNobodySees_AreNone(string name) =>
        Assert.Equal(
            new FigureKey(null, FigureKey.UnknownType),
            Assert.Single(Read($"date,type,team,channel,product\n2026-10-05,{name},{name},{name},{name}\n").Cells).Key
        );

    [Fact]
    public void Read_CodesThatLookPersonal_StayApart()
    {
        var figures = Read("date,type\n2026-10-05,410000123\n2026-10-05,410000124\n2026-10-05,410000124\n");

        Assert.Equal([2L, 1L], figures.Cells.Select(cell => cell.Counts.Issues));
        Assert.Contains("2 names of types, teams, channels, products or centers looked like personal data and are masked", figures.Remarks);
        Assert.DoesNotContain("410000", string.Concat(figures.Cells.Select(cell => cell.Key.Type)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongNames_StayApart() =>
        Assert.Equal(2, Read($"date,type\n2026-10-05,{new string('a', 200)}b\n2026-10-05,{new string('a', 200)}c\n").Cells.Count);

    private static FigureSet Read(string csv, bool? isDayFirst = null)
    {
        using var history = new HistoryText(csv, ".csv");
        return Read(new HistoryFile(history.Path, new ReadingOptions { Zone = NewYork, IsDayFirst = isDayFirst }) { NeedsText = false });
    }

    private static FigureSet Read(HistoryFile file) =>
        HistoryFigures.Read(file, ReportingCalendar.OfMonth("2026-10", NewYork)!, Now, rulebook: null, CancellationToken.None);
}
