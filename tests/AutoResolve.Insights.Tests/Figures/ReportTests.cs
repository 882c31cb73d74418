using System.Xml.Linq;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using Snapshooter.Xunit;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class ReportTests
{
    private static readonly FigureCell[] October =
    [
        new() { Tier = 1, Type = "sign-in/loop", Team = "identity", Channel = "phone", Rule = "sign-in.clock", Issues = 60, Answered = 50, Confirmed = 30, Assumed = 15, Reopened = 3, Escalated = 10, FirstContact = 40, Minutes = 500 },
        new() { Tier = 2, Type = "letters/missing", Team = "documents", Channel = "mail", Rule = "letters.missing", Issues = 40, Answered = 25, Confirmed = 2, Assumed = 3, Reopened = 20, Escalated = 15, FirstContact = 4, Minutes = 100 },
        new() { Type = "unknown", Channel = "mail", Issues = 9, Escalated = 9 },
        new() { Tier = 3, Type = "=HYPERLINK(\"x\")|<script>alert(1)</script>", Team = "a`b*c", Rule = "odd", Issues = 1, Routed = 1 },
    ];

    private static readonly Baseline Before = new(
        new DateTimeOffset(2026, 7, 1, 4, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 10, 1, 4, 0, 0, TimeSpan.Zero),
        ReportingPeriod.UsualZone,
        7,
        [
            new() { Tier = 1, Type = "sign-in/loop", Team = "identity", Issues = 400, Escalated = 300 },
            new() { Tier = 2, Type = "letters/missing", Team = "documents", Issues = 120, Answered = 20, Assumed = 20, Escalated = 90 },
            new() { Tier = 2, Type = "debt/copay", Team = "vsa-debt", Issues = 30, Escalated = 30 },
        ]);

    [Fact]
    public void Markdown_AgainstABaseline_IsForPeople() => Snapshot.Match(MarkdownReport.Write(Build(October, Before)));

    [Fact]
    public void Markdown_EmptyMonth_SaysSo() => Assert.Contains("No issue came in this time.", MarkdownReport.Write(Build([], null)), StringComparison.Ordinal);

    [Fact]
    public void Csv_OfTheSixTabs_IsForSpreadsheets() =>
        Snapshot.Match(string.Join('\n', SixTabs.Of(October).Select(tab => $"{tab.Name}\n{CsvReport.Write(tab.Rows)}")).Replace("\r", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"\r\n")]
    [InlineData("+cmd", "\"'+cmd\"\r\n")]
    [InlineData("-cmd", "\"'-cmd\"\r\n")]
    [InlineData("-12.5", "\"-12.5\"\r\n")]
    [InlineData("@sum", "\"'@sum\"\r\n")]
    [InlineData("\tx", "\"'\tx\"\r\n")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"\r\n")]
    public void Csv_CellThatASpreadsheetWouldRun_IsText(string value, string expected) => Assert.Equal(expected, CsvReport.Write([[value]]));

    [Fact]
    public void Html_IsWellFormedAndNeedsNothingElse()
    {
        var page = HtmlReport.Write(Build(October, Before));
        var document = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
            .Replace("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">", "", StringComparison.Ordinal));

        Assert.Empty(document.Descendants("script"));
        Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" || attribute.Value.StartsWith("http", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal("en", document.Root!.Attribute("lang")!.Value);
        Assert.Single(document.Descendants("h1"));
        Assert.All(document.Descendants("table"), table => Assert.True(table.Element("caption") is not null && table.Descendants("th").All(cell => cell.Attribute("scope") is not null)));
        Assert.All(document.Descendants("svg"), chart => Assert.Contains(chart.Elements("title"), title => title.Attribute("id")!.Value == chart.Attribute("aria-labelledby")!.Value));
        Assert.All(document.Descendants("svg"), chart => Assert.NotEmpty(chart.Parent!.Descendants("table")));
        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(document.Descendants("a").Select(link => link.Attribute("href")!.Value), link => Assert.Contains(link[1..], ids));
    }

    [Fact]
    public void Baseline_Written_ReadsTheSame()
    {
        var read = Baseline.Read(Before.Write());

        Assert.Equal(Before.Cells, read!.Cells);
        Assert.Equal((Before.From, Before.To, Before.Zone, Before.Days), (read.From, read.To, read.Zone, read.Days));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z","zone":"UTC","days":7,"cells":[]}""")]
    [InlineData("""{"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","zone":"UTC","days":7,"cells":[{"issues":-1,"type":"a"}]}""")]
    public void Baseline_Broken_IsNone(string text) => Assert.Null(Baseline.Read(text));

    private static Report Build(IReadOnlyList<FigureCell> cells, Baseline? baseline) => new ReportBuilder(cells, 31, 7, baseline, []).Build("Support issues, 2026-10", ["Source: a test"]);
}
