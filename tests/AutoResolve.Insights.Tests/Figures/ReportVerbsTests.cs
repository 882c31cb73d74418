using System.Text;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Tests.Histories;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>Reports and baselines as callers make them: by the public verbs alone.</summary>
public sealed class ReportVerbsTests : IDisposable
{
    private static readonly DateOnly October = new(2026, 10, 1);

    private readonly HistoryText _history = new(
        """
        text,type,date,team,minutes
        a,documents/pdf,2026-09-03,Forms,10
        b,documents/pdf,2026-09-04,Forms,10
        c,letters,2026-10-05,Mail & post,20
        d,documents/pdf,2026-10-06,Forms,
        """,
        ".csv"
    );

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));

    private FigureSource Source => FigureSource.History(_history.Path);

    public void Dispose() => _history.Dispose();

    [Fact]
    public async Task Build_AgainstAFrozenBaseline_ComparesWithIt()
    {
        var frozen = await Baseline.FreezeAsync(Source, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), null, _time);
        var baseline = Baseline.Read(await TextAsync(frozen.WriteJsonAsync));

        var report = await Report.BuildAsync(Source, October.AddDays(17), new ReportOptions { Baseline = baseline }, _time);

        Assert.Equal((2, 2), (frozen.Issues, report.Issues));
        Assert.Equal("Support issues, October 2026", report.Title);
        Assert.Contains(report.About, line =>
            line.StartsWith("Baseline: 2 issues from 2026-09-03 to 2026-09-30", StringComparison.Ordinal)
        );
        Assert.Contains("<h1", await TextAsync(report.WriteHtmlAsync), StringComparison.Ordinal);
        Assert.StartsWith("# Support issues", await TextAsync(report.WriteMarkdownAsync), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF\"Support issues", await TextAsync(report.WriteCsvAsync), StringComparison.Ordinal);
        Assert.Equal(Report.TableNames, report.Tables.Select(table => table.Name));
    }

    [Fact]
    public async Task OfTeam_OneOfTheTeams_HasItsIssuesAlone()
    {
        var report = await Report.BuildAsync(Source, October, timeProvider: _time);

        Assert.Equal(["Forms", "Mail & post"], report.Teams);
        Assert.Equal((1, "Support issues of Forms, October 2026"), (report.OfTeam("Forms").Issues, report.OfTeam("Forms").Title));
        Assert.Equal("forms-2026-10.html", report.PageName("Forms"));
        Assert.Matches("^mail-post-[0-9a-f]{8}-2026-10.html$", report.PageName("Mail & post"));
    }

    [Fact]
    public async Task Build_OtherDaysOfGraceThanTheBaseline_IsRefused()
    {
        var frozen = await Baseline.FreezeAsync(Source, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), null, _time);
        var options = new ReportOptions { Baseline = Baseline.Read(await TextAsync(frozen.WriteJsonAsync)), Grace = 3 };

        await Assert.ThrowsAsync<ArgumentException>(() => Report.BuildAsync(Source, October, options, _time));
    }

    [Fact]
    public async Task Build_MonthThatIsNotThere_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Report.BuildAsync(Source, new DateOnly(2026, 12, 1), null, _time));
        await Assert.ThrowsAsync<FigureException>(() => Report.BuildAsync(Source, new DateOnly(2026, 11, 1), null, _time));
        await Assert.ThrowsAsync<FigureException>(() => Report.BuildAsync(Source, new DateOnly(2026, 7, 1), null, _time));
    }

    [Fact]
    public async Task Freeze_NothingToCompareWith_IsRefused()
    {
        var letters = new ReportOptions { Filter = new FigureFilter(Type: "letters") };

        await Assert.ThrowsAsync<ArgumentException>(() => Baseline.FreezeAsync(Source, October, new DateOnly(2026, 11, 20), null, _time));
        await Assert.ThrowsAsync<FigureException>(() =>
            Baseline.FreezeAsync(Source, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), letters, _time)
        );
        await Assert.ThrowsAsync<FigureException>(() =>
            Baseline.FreezeAsync(Source, new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 31), null, _time)
        );
    }

    [Fact]
    public void Read_MapWithATierThatIsNone_SaysWhere() =>
        Assert.StartsWith(
            "map.json:1:19 ",
            Assert.Throws<FigureMapException>(() => FigureMap.Read("map.json", """{"tiers": { "L2": 9 } }""")).Message,
            StringComparison.Ordinal
        );

    private static async Task<string> TextAsync(Func<Stream, CancellationToken, Task> write)
    {
        using var stream = new MemoryStream();
        await write(stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
