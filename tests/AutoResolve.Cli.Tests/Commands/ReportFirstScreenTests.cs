using AutoResolve.Cli.Tests.Figures;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>What a report says first, and what it compares with.</summary>
public sealed class ReportFirstScreenTests : IDisposable, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public Task InitializeAsync() => SomeMonth.WriteAsync(_folder.Path);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfAMonth_BeginsWithWhatBecameOfIt()
    {
        await FreezeAsync("--map", "map.json");

        var result = await ReportAsync("--baseline", "baseline.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Snapshot.Match(result.StandardOutput[..result.StandardOutput.IndexOf("## About these figures", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Report_EachCase_IsOneThing()
    {
        var report = JObject.Parse((await ReportAsync("--json")).StandardOutput);
        var rows = report["sections"]!["month"]!.ToList();

        Assert.Equal(560, rows.SkipLast(1).Sum(row => (int)row["issues"]!));
        Assert.Equal(100, rows.SkipLast(1).Sum(row => (double)row["percent"]!), 6);
        Assert.Equal(560, report["sections"]!["outcome"]!.Sum(row => (int)row["issues"]!));
        Assert.Equal(560, report["cases"]!.Sum(row => (int)row["cases"]!));
        Assert.Equal(560, report["cells"]!.Sum(cell => (int)cell["issues"]!));
    }

    [Fact]
    public async Task Report_NamesThatOnlySpellingWouldCompare_RefusesAndPrintsTheMap()
    {
        await FreezeAsync();

        var result = await ReportAsync("--baseline", "baseline.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(
            "no rule has 8 types such as 'Address' and 2 teams such as 'Tier 2'",
            result.StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains("give it with --map FILE", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("    \"Checkin\": \"\", // \"check-in/page\"?\n", result.StandardOutput, StringComparison.Ordinal);
        _folder.Write("printed.json", result.StandardOutput);
        Assert.Equal(0, (await ReportAsync("--baseline", "baseline.json", "--map", "printed.json")).ExitCode);
        Assert.Equal(0, (await ReportAsync("--baseline", "baseline.json", "--map", "map.json")).ExitCode);
    }

    [Theory]
    [InlineData("{ \"types\": { \"a\": 3 } }", "bad.json:1:19 Here stands the name that rules have")]
    [InlineData("{ \"types\": {", "bad.json:1:")]
    [InlineData(
        "{ \"types\": { \"a\": \"sign-in/lop\" } }",
        "bad.json:1:19 No rule has the type 'sign-in/lop'. Did you mean 'sign-in/loop'?"
    )]
    public async Task Report_BadMap_SaysWhere(string map, string expected)
    {
        _folder.Write("bad.json", map);

        var result = await ReportAsync("--map", "bad.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(187, "--only", "center=HRC")]
    [InlineData(187, "--only", "tenant=hrc")]
    [InlineData(560, "--only", "source=phone")]
    [InlineData(45, "--only", "type=check-in", "--only", "channel=phone")]
    public async Task Report_OnlySome_CountsThose(int expected, params string[] only)
    {
        var report = JObject.Parse((await ReportAsync([.. only, "--json"])).StandardOutput);

        Assert.Equal(expected, report["cells"]!.Sum(cell => (int)cell["issues"]!));
        Assert.Equal(expected, report["cases"]!.Sum(cell => (int)cell["cases"]!));
    }

    [Theory]
    [InlineData("'--only' is of center, tenant, channel, source, product, team, type; found 'desk'.", "--only", "desk=HRC")]
    [InlineData("'center' is given twice.", "--only", "center=HRC", "--only", "tenant=VEO")]
    [InlineData("'type' is given twice.", "--only", "type=a", "--type", "b")]
    [InlineData("'--only center=' needs a name.", "--only", "center=")]
    public async Task Report_BadOnly_SaysWhatToDo(string expected, params string[] only)
    {
        var result = await ReportAsync(only);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    // The texts say by which rules; without rules, what people deal with most is what to automate.
    [Fact]
    public async Task Report_OfAHistory_SaysWhatToFixAndToAutomate()
    {
        _folder.Write(
            "past.csv",
            "date,type,text,duration_minutes\n2026-02-03,Letters,my letter is gone,30\n2026-02-03,Letters,no "
                + "letter,30\n2026-02-03,Checkin,cannot check "
                + "in,90\n2026-02-04,Other,hello,5\n2026-02-28,Other,hello,5\n2026-02-01,Other,hello,5\n"
        );

        var plain = (
            await RunAsync("report", "--month", "2026-02", "--source", "past.csv", "--column", "minutes=duration_minutes")
        ).StandardOutput;
        var ruled = (
            await RunAsync(
                "report",
                "--month",
                "2026-02",
                "--source",
                "past.csv",
                "--column",
                "minutes=duration_minutes",
                "--rules",
                "rules"
            )
        ).StandardOutput;

        Assert.Contains(
            "To automate first: Other (3 issues that no rule resolved, 15 minutes of people's time), Letters (2 issues",
            plain,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("To fix first", plain, StringComparison.Ordinal);
        Assert.Contains(
            "To fix first: The list of letters is empty since the outage (products), 2 issues, 60 minutes of people's time.",
            ruled,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "To automate first: Other (3 issues that no rule resolved, 15 minutes of people's time), Checkin (1 issue",
            ruled,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("'--goal' takes held or people; found 'most'.", "most=4")]
    [InlineData("'--goal held=140' is not a percentage from 0 to 100.", "held=140")]
    public async Task Freeze_BadGoal_SaysWhatToDo(string expected, string goal)
    {
        var result = await RunAsync(
            "baseline",
            "freeze",
            "--source",
            "tickets.csv",
            "--from",
            "2025-10-01",
            "--to",
            "2025-12-31",
            "--goal",
            goal
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    private async Task FreezeAsync(params string[] more) =>
        Assert.Equal(
            0,
            (
                await RunAsync([
                    "baseline",
                    "freeze",
                    "--source",
                    "tickets.csv",
                    "--from",
                    "2025-10-01",
                    "--to",
                    "2025-12-31",
                    "--goal",
                    "held=55",
                    "--goal",
                    "people=35",
                    .. more,
                ])
            ).ExitCode
        );

    private Task<BufferedCommandResult> ReportAsync(params string[] more) =>
        RunAsync(["report", "--month", "2026-02", "--source", "journal.db", "--rules", "rules", .. more]);

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => Tool.RunInAsync(_folder.Path, "", arguments);
}
