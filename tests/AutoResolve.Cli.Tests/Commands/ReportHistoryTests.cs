using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>The figures of past issues as spreadsheets and forms write them.</summary>
public sealed class ReportHistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfAnAddressedTeam_IsFoundAndNotNamed()
    {
        _folder.Write(
            "tickets.csv",
            "date,type,team\n2026-01-05,a,joe@example.org\n2026-01-05,a,jane.doe@example.org\n"
                + "2026-02-05,a,jane.doe@example.org\n2026-02-05,a,joe@example.org\n2026-02-05,a,joe@example.org\n"
        );
        await RunAsync("baseline", "freeze", "--source", "tickets.csv", "--from", "2026-01-01", "--to", "2026-01-31");

        var result = await RunAsync(
            "report",
            "--month",
            "2026-02",
            "--source",
            "tickets.csv",
            "--baseline",
            "baseline.json",
            "--team",
            "Jane.Doe@example.org",
            "--json"
        );

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("jane", result.StandardOutput + result.StandardError, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, JObject.Parse(result.StandardOutput)["cells"]!.Sum(cell => (int)cell["issues"]!));
        Assert.Matches(@"\[PII_EMAIL\] [a-f][0-9a-f]{3}", result.StandardOutput);
    }

    [Fact]
    public async Task Teams_OfAddresses_HavePagesOfTheSameNamesInAnyOrder()
    {
        _folder.Write("one.csv", "date,team\n2026-02-05,joe@example.org\n2026-02-05,jane.doe@example.org\n2026-02-28,mail\n");
        _folder.Write("other.csv", "date,team\n2026-02-05,jane.doe@example.org\n2026-02-28,joe@example.org\n");

        await RunAsync("report", "--month", "2026-02", "--source", "one.csv", "--teams", "one");
        await RunAsync("report", "--month", "2026-02", "--source", "other.csv", "--teams", "other");

        Assert.Equal(["mail-2026-02.html", .. Files("other")], Files("one"));
    }

    [Fact]
    public async Task Report_DayFirst_ReadsDaysFirst()
    {
        _folder.Write("tickets.csv", "date;type\n13/02/2026;a\n03/02/2026;a\n28.02.26;b\n");

        Assert.Contains(
            "has the day first",
            (await RunAsync("report", "--month", "2026-02", "--source", "tickets.csv", "--month-first")).StandardError,
            StringComparison.Ordinal
        );
        var report = await RunAsync("report", "--month", "2026-02", "--source", "tickets.csv", "--day-first", "--json");
        var frozen = await RunAsync(
            "baseline",
            "freeze",
            "--source",
            "tickets.csv",
            "--from",
            "2026-02-01",
            "--to",
            "2026-02-28",
            "--day-first"
        );

        Assert.Equal(3, JObject.Parse(report.StandardOutput)["cells"]!.Sum(cell => (int)cell["issues"]!));
        Assert.StartsWith("3 issues of ", frozen.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--team' needs a name.", "--source", "tickets.csv", "--team", "\u200E ")]
    [InlineData("'--type' needs a name.", "--source", "tickets.csv", "--type", "/\u200E/")]
    [InlineData("'--day-first' is for past issues", "--source", "journal.db", "--day-first")]
    public async Task BadInput_SaysWhatToDo(string expected, params string[] arguments)
    {
        _folder.Write("tickets.csv", "date\n2026-02-01\n");
        _folder.Write("journal.db", "SQLite format 3\0");

        var result = await RunAsync(["report", "--month", "2026-02", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    private IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(_folder.Path, folder)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => Tool.RunInAsync(_folder.Path, "", arguments);
}
