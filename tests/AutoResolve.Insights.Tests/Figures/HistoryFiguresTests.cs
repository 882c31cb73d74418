using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Insights.History;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class HistoryFiguresTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById(ReportingPeriod.UsualZone);

    [Fact]
    public void Read_CountsWithoutTexts_AreFigures()
    {
        var figures = Read("date,type,team,tier,escalated,minutes\n2026-10-05,letters,documents,2,yes,30\n2026-10-06,letters,documents,2,no,\n2026-10-07,letters,documents,2,,10\n");

        var cell = Assert.Single(figures.Cells);
        Assert.Equal(new FigureKey(2, "letters", "documents"), cell.Key);
        Assert.Equal(new FigureCounts { Issues = 3, Followed = 2, Escalated = 1, Handled = 3, Timed = 2, HandlingMinutes = 40 }, cell.Counts);
        Assert.Empty(figures.Remarks);
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
        Assert.Equal(counts ? 1 : 0, Read($"date,type\n{date},a\n2020-01-01,b\n").Cells.Sum(cell => cell.Counts.Issues));

    [Fact]
    public void Read_IssuesThatCannotBeCounted_AreTold()
    {
        using var history = new HistoryText("{\"type\":\"a\",\"date\":\"2026-10-05\"}\n{\"type\":\"a\",\"date\":\"soon\"}\n{\"type\":\"a\"}\nnonsense\n");

        var figures = Read(new HistoryFile(history.Path, new HistoryColumns()) { NeedsText = false });

        Assert.Equal(1, figures.Cells.Sum(cell => cell.Counts.Issues));
        Assert.Equal(["Not counted: 2 of 3 issues have no date that could be read.", "Not counted: 1 records could not be read."], figures.Remarks);
    }

    [Fact]
    public void Read_NoDates_IsNoMonth() =>
        Assert.Contains("--column date=NAME", Assert.Throws<HistoryException>(() => Read("type,when\na,today\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_PersonalDataInNames_AreMasked() =>
        Assert.DoesNotContain("jane", Assert.Single(Read("date,type,team\n2026-10-05,a,jane.doe@example.org\n").Cells).Key.Team, StringComparison.Ordinal);

    [Fact]
    public void Read_NameOfItsOwnForEachIssue_IsCutShort()
    {
        var figures = Read("date,type\n" + string.Concat(Enumerable.Range(0, 30_000).Select(number => $"2026-10-05,type-{number}\n")));

        Assert.Equal(30_000, figures.Cells.Sum(cell => cell.Counts.Issues));
        Assert.Equal((FigureFold.OtherNames, 10_000L), (figures.Cells[0].Key.Type, figures.Cells[0].Counts.Issues));
    }

    private static FigureSet Read(string csv)
    {
        using var history = new HistoryText(csv, ".csv");
        return Read(new HistoryFile(history.Path, new HistoryColumns()) { Zone = NewYork, NeedsText = false });
    }

    private static FigureSet Read(HistoryFile file) => HistoryFigures.Read(file, ReportingCalendar.OfMonth("2026-10", NewYork)!, CancellationToken.None);
}
