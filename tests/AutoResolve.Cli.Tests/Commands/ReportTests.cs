using System.Diagnostics;
using System.Globalization;
using System.Text;
using AutoResolve.Actions;
using AutoResolve.Cli.Tests.Journaling;
using AutoResolve.Postgres;
using AutoResolve.Postgres.Tests;
using CliWrap.Buffered;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>The figures of a month, as a person asks for them.</summary>
[Trait("Category", "Process")]
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportTests() => _folder.Write("tickets.csv", History());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_AgainstABaseline_IsWrittenInEveryForm()
    {
        var frozen = await RunAsync("baseline", "freeze", "--source", "tickets.csv", "--from", "2026-01-01", "--to", "2026-01-31");
        Assert.Equal((0, "62 issues of 31 days in baseline.json\n", ""), (frozen.ExitCode, frozen.StandardOutput, frozen.StandardError));
        foreach (var file in new[] { "r.html", "r.md", "r.csv", "r.json", "tabs/" })
        {
            var result = await RunAsync(
                "report",
                "--month",
                "2026-02",
                "--source",
                "tickets.csv",
                "--baseline",
                "baseline.json",
                "--out",
                file
            );
            Assert.Equal((0, $"28 issues in {file}\n", ""), (result.ExitCode, result.StandardOutput, result.StandardError));
        }

        Assert.StartsWith("<!DOCTYPE html>", _folder.Read("r.html"), StringComparison.Ordinal);
        Assert.Contains("| payments | 28 | 100.0 % (87.9 to 100.0), n = 28 | 28.0 | 0.0 %", _folder.Read("r.md"), StringComparison.Ordinal);
        Assert.Contains("| letters | 0 |", _folder.Read("r.md"), StringComparison.Ordinal);
        Assert.Contains("\"payments\",\"28\"", _folder.Read("r.csv"), StringComparison.Ordinal);
        Assert.Equal(
            ["about.csv", "call-volume.csv", "feedback.csv", "status.csv", "subtopic.csv", "topic.csv", "totals.csv"],
            Directory.GetFiles(Path.Combine(_folder.Path, "tabs")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        );

        // A spreadsheet needs the mark to read UTF-8.
        Assert.Equal("\uFEFF"u8.ToArray(), File.ReadAllBytes(Path.Combine(_folder.Path, "tabs/topic.csv"))[..3]);
    }

    [Fact]
    public async Task Report_WithoutAFile_GoesToStandardOutput()
    {
        var text = await RunAsync("report", "--month", "2026-02", "--source", "tickets.csv");
        var json = await RunAsync("report", "--month", "2026-02", "--source", "tickets.csv", "--json");

        Assert.StartsWith("# Support issues, February 2026\n", text.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(28, (int)JObject.Parse(json.StandardOutput)["sections"]!["types"]![0]!["issues"]!);
    }

    // An earlier report is a baseline too.
    [Fact]
    public async Task Report_AgainstAnEarlierReport_Compares()
    {
        await RunAsync("report", "--month", "2026-01", "--source", "tickets.csv", "--out", "january.json");

        var result = await RunAsync(
            "report",
            "--month",
            "2026-02",
            "--source",
            "tickets.csv",
            "--baseline",
            "january.json",
            "--team",
            "mail"
        );

        Assert.Contains("Baseline: 31 issues from 2026-01-01 to 2026-01-31", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_PageForEachTeam_IsNamedByIt()
    {
        var result = await RunAsync("report", "--month", "2026-01", "--source", "tickets.csv", "--teams", "pages");

        Assert.Equal((0, "2 pages in pages\n"), (result.ExitCode, result.StandardOutput));
        Assert.Equal(
            ["mail-2026-01.html", "pay-office-3353b06b-2026-01.html"],
            Directory.GetFiles(Path.Combine(_folder.Path, "pages")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        );
        var page = _folder.Read("pages/mail-2026-01.html");
        Assert.Contains("Support issues of mail, January 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("payments", page, StringComparison.Ordinal);
    }

    // With the rules that the journal keeps: nothing but the journal is needed.
    [Fact]
    public async Task Report_OfAJournal_KnowsItsRules()
    {
        using var journal = await JournalOnDisk.CreateAsync();
        await journal.SayAsync("i-1", FeedbackVerdict.Helpful);

        var result = await Tool.RunInAsync(
            journal.Folder,
            "",
            "report",
            "--month",
            "2026-11",
            "--source",
            "journal.db",
            "--grace",
            "1",
            "--json"
        );

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        var report = JObject.Parse(result.StandardOutput);
        Assert.Equal(4, report["cells"]!.Sum(cell => (int)cell["issues"]!));
        Assert.Equal(
            ("Locked", 1),
            report["sections"]!["rules"]!
                .Where(row => (string)row["rule"]! == "account.unlock")
                .Select(row => ((string)row["title"]!, (int)row["issues"]!))
                .Single()
        );
        Assert.Equal(1, report["cells"]!.Sum(cell => (int?)cell["confirmed"] ?? 0));
    }

    // Like the tests of the journal: skipped where there is no server, but not on CI.
    [SkippableFact]
    [Trait("Category", "Postgres")]
    public async Task Report_OfAPostgresJournal_IsCountedThere()
    {
        var programs = PostgresPrograms.Find();
        Skip.If(programs is null && Environment.GetEnvironmentVariable("CI") != "true", "PostgreSQL is not installed.");
        await using var cluster = await PostgresCluster.StartAsync(programs!);
        _folder.Write(
            "rules/a.json",
            """
            { "set": "a", "title": "A", "owner": "o",
              "rules": [ { "id": "a.rule", "title": "t", "type": "late", "status": "active", "when": { "anyOf": ["late"] },
              "then": { "outcome": "answer", "answer": { "en": "Wait." } } } ] }
            """
        );
        var services = new ServiceCollection().AddSingleton<TimeProvider>(
            new FakeTimeProvider(new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.Zero))
        );
        services
            .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (Path.Combine(_folder.Path, "rules"), false))
            .UsePostgresJournal(cluster.ConnectionString, options =>
            {
                options.Schema = "desk";
                options.Secrets.Add(new JournalSecretOptions { Id = "1", Value = Convert.ToBase64String(new byte[32]) });
            });
        await using (var host = services.BuildServiceProvider())
            await host.GetRequiredService<IIssueProcessor>()
                .ProcessAsync(
                    new Issue
                    {
                        Id = "1",
                        Text = "It is late \0",
                        Channel = "phone",
                    }
                );

        var result = await Tool.Command(
                _folder.Path,
                "report",
                "--month",
                "2026-02",
                "--postgres",
                "DESK_JOURNAL",
                "--schema",
                "desk",
                "--json"
            )
            .WithEnvironmentVariables(variables => variables.Set("DESK_JOURNAL", cluster.ConnectionString))
            .ExecuteBufferedAsync(Encoding.UTF8);

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        var report = JObject.Parse(result.StandardOutput);
        Assert.Equal("PostgreSQL, schema desk", (string)report["source"]!);
        Assert.Equal(
            ("late", "phone", 1, 1),
            report["cells"]!
                .Select(cell => ((string)cell["type"]!, (string)cell["channel"]!, (int)cell["issues"]!, (int)cell["assumed"]!))
                .Single()
        );
    }

    // Both names of the other verbs do, and what is in the file says what it is.
    [Theory]
    [InlineData("--journal")]
    [InlineData("--history")]
    public async Task Source_ByAnotherName_IsTheSame(string name) =>
        Assert.Equal(0, (await RunAsync("report", "--month", "2026-02", name, "tickets.csv")).ExitCode);

    [Fact]
    public async Task Report_RecordsThatCannotBeCounted_AreToldTwice()
    {
        _folder.Write("some.csv", "date,type\n2026-02-01,a\nsoon,a\n");

        var result = await RunAsync("report", "--month", "2026-02", "--source", "some.csv");

        Assert.StartsWith("Not counted: 1 of 2 issues have no date that could be read\n", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("- Not counted: 1 of 2 issues", result.StandardOutput, StringComparison.Ordinal);
    }

    // A slip in a filter looks like a quiet month.
    [Fact]
    public async Task Report_FilterThatTakesNothing_SaysSo()
    {
        var result = await RunAsync("report", "--month", "2026-01", "--source", "tickets.csv", "--type", "letter", "--out", "a.md");

        Assert.Equal(
            (0, true),
            (result.ExitCode, result.StandardError.EndsWith("No issue in this period has the type 'letter'.\n", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Report_TeamThatNobodyIs_NamesThoseThereAre()
    {
        var result = await RunAsync("report", "--month", "2026-01", "--source", "tickets.csv", "--team", "nobody", "--out", "a.md");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("No issue in this period has the team 'nobody'\\. Its teams are [^\n]+\\.\n$", result.StandardError);
    }

    // The names in a file that is no history may drive a terminal.
    [Fact]
    public async Task Report_Garbage_IsToldWithoutItsControlCharacters()
    {
        _folder.Write("garbage.csv", "a\u001b[2Jb\u0007," + new string('x', 5000) + "\n1,2\n");

        var result = await RunAsync("report", "--month", "2026-01", "--source", "garbage.csv");

        Assert.Equal(3, result.ExitCode);
        Assert.InRange(result.StandardError.Length, 50, 400);
        Assert.DoesNotContain(result.StandardError.TrimEnd('\n'), char.IsControl);
    }

    [Fact]
    public async Task Report_PipeThatNobodyWrites_IsNotWaitedFor()
    {
        using var mkfifo = Process.Start("mkfifo", Path.Combine(_folder.Path, "pipe.db"));
        await mkfifo.WaitForExitAsync();

        var result = await RunAsync("report", "--month", "2026-01", "--source", "pipe.db");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("pipe.db holds no issues.", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAJournal_LeavesItAsItIs()
    {
        using var journal = await JournalOnDisk.CreateAsync();
        var before = File.ReadAllBytes(journal.File);

        var result = await Tool.RunInAsync(journal.Folder, "", "report", "--month", "2026-11", "--source", "journal.db");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, File.ReadAllBytes(journal.File));
    }

    [Theory]
    [InlineData(
        2,
        "'--month' is a year and a month such as 2026-10, of the years 1900 to 2200; found 'May'.",
        "report",
        "--month",
        "May",
        "--source",
        "tickets.csv"
    )]
    [InlineData(2, "must end with .html, .md, .csv or .json", "report", "--month", "2026-01", "--source", "tickets.csv", "--out", "a.pdf")]
    [InlineData(2, "There is no time zone 'Mars'.", "report", "--month", "2026-01", "--source", "tickets.csv", "--zone", "Mars")]
    [InlineData(2, "of the years 1900 to 2200; found '9000-01'.", "report", "--month", "9000-01", "--source", "tickets.csv")]
    [InlineData(2, "The month 2199-01 has not begun.", "report", "--month", "2199-01", "--source", "tickets.csv")]
    [InlineData(
        2,
        "'--out ./tickets.csv' would take the place of a file that is read.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--out",
        "./tickets.csv"
    )]
    [InlineData(
        2,
        "'--out ./' would take the place of a file that is read.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "topic.csv",
        "--out",
        "./"
    )]
    [InlineData(3, "tickets.csv ends before this month", "report", "--month", "2026-04", "--source", "tickets.csv")]
    [InlineData(3, "tickets.csv begins after this month", "report", "--month", "2025-11", "--source", "tickets.csv")]
    [InlineData(2, "is a database; it may be a journal.", "report", "--month", "2026-01", "--source", "tickets.csv", "--out", "damaged.md")]
    [InlineData(
        2,
        "'--out mail.json' would take the place of a file that is read.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--team",
        "mail",
        "--baseline",
        "mail.json",
        "--out",
        "mail.json"
    )]
    [InlineData(2, "'--out folder.md' is a folder", "report", "--month", "2026-01", "--source", "tickets.csv", "--out", "folder.md")]
    [InlineData(
        2,
        "'--out tickets.csv/' is a file, so it cannot be a folder",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--out",
        "tickets.csv/"
    )]
    [InlineData(
        2,
        "must end with .json",
        "baseline",
        "freeze",
        "--source",
        "tickets.csv",
        "--from",
        "2026-01-01",
        "--to",
        "2026-01-02",
        "--out",
        "a.html"
    )]
    [InlineData(2, "'--type' needs a name.", "report", "--month", "2026-01", "--source", "tickets.csv", "--type", "/")]
    [InlineData(2, "not both", "report", "--month", "2026-01", "--source", "tickets.csv", "--postgres", "X")]
    [InlineData(2, "'--schema' goes with --postgres.", "report", "--month", "2026-01", "--source", "tickets.csv", "--schema", "x")]
    [InlineData(
        2,
        "'--minutes 2' must be a name, an equals sign and a value: --minutes 2=25",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--minutes",
        "2"
    )]
    [InlineData(
        3,
        "'folder.md' is a folder; '--baseline' names a file.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--baseline",
        "folder.md"
    )]
    [InlineData(2, "either --source FILE or --postgres VARIABLE", "report", "--month", "2026-01")]
    [InlineData(
        2,
        "'--grace' is a whole number of days from 1 to 365; found '0'.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--grace",
        "0"
    )]
    [InlineData(
        2,
        "'--minutes' takes a tier from 0 to 3; found '4'.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--minutes",
        "4=10"
    )]
    [InlineData(
        2,
        "'--minutes 2=long' is not a number of minutes",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--minutes",
        "2=long"
    )]
    [InlineData(2, "No column holds 'words'.", "report", "--month", "2026-01", "--source", "tickets.csv", "--column", "words=text")]
    [InlineData(
        2,
        "The baseline counts an answer as good after 7 days, this report after 3. Give --grace 7",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--baseline",
        "mail.json",
        "--grace",
        "3"
    )]
    [InlineData(
        2,
        "The baseline has only issues of team 'mail'.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--baseline",
        "mail.json"
    )]
    [InlineData(
        3,
        "'tickets.csv' is not a baseline.",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--baseline",
        "tickets.csv"
    )]
    [InlineData(3, "Cannot read 'gone.json'", "report", "--month", "2026-01", "--source", "tickets.csv", "--baseline", "gone.json")]
    [InlineData(3, "There is no file 'gone.db'.", "report", "--month", "2026-01", "--source", "gone.db")]
    [InlineData(3, "'.' is a folder; '--source' names a file.", "report", "--month", "2026-01", "--source", ".")]
    [InlineData(3, "holds no issues", "report", "--month", "2026-01", "--source", "empty.db")]
    [InlineData(3, "is damaged, or is no journal", "report", "--month", "2026-01", "--source", "damaged.db")]
    [InlineData(3, "garbage.jsonl cannot be read. This is not a text file.", "report", "--month", "2026-01", "--source", "garbage.jsonl")]
    [InlineData(3, "There is no rules folder 'nowhere'.", "report", "--month", "2026-01", "--source", "tickets.csv", "--rules", "nowhere")]
    [InlineData(
        3,
        "Cannot write 'tickets.csv/r.html'",
        "report",
        "--month",
        "2026-01",
        "--source",
        "tickets.csv",
        "--out",
        "tickets.csv/r.html"
    )]
    [InlineData(
        3,
        "The environment variable 'NO_SUCH_VARIABLE' is not set.",
        "report",
        "--month",
        "2026-01",
        "--postgres",
        "NO_SUCH_VARIABLE"
    )]
    [InlineData(
        3,
        "No issues came in during this period",
        "baseline",
        "freeze",
        "--source",
        "tickets.csv",
        "--from",
        "2020-01-01",
        "--to",
        "2020-01-02"
    )]
    [InlineData(
        2,
        "'--to' is before '--from'.",
        "baseline",
        "freeze",
        "--source",
        "tickets.csv",
        "--from",
        "2026-01-02",
        "--to",
        "2026-01-01"
    )]
    [InlineData(2, "'--to' is not over yet", "baseline", "freeze", "--source", "tickets.csv", "--from", "2026-01-02", "--to", "2199-01-01")]
    [InlineData(
        2,
        "'--from' is a day such as 2026-10-31; found 'now'.",
        "baseline",
        "freeze",
        "--source",
        "tickets.csv",
        "--from",
        "now",
        "--to",
        "2026-01-01"
    )]
    public async Task BadInput_SaysWhatToDo(int exitCode, string expected, params string[] arguments)
    {
        _folder.Write("empty.db", "");
        _folder.Write("damaged.db", "SQLite format 3\0and then nothing that a database has");
        _folder.Write("topic.csv", History());
        _folder.Write("damaged.md", "SQLite format 3\0");
        _folder.Write("folder.md/a.txt", "");
        _folder.Write("garbage.jsonl", "\u0000\u0001{\n[1,2\n\"text\"\n{\"a\":1}\n");
        if (arguments.Contains("mail.json"))
            await RunAsync(
                "baseline",
                "freeze",
                "--source",
                "tickets.csv",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-31",
                "--team",
                "mail",
                "--out",
                "mail.json"
            );

        var result = await RunAsync(arguments);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
    }

    // In January a letter and a payment a day, in February payments only.
    private static string History()
    {
        var history = new StringBuilder("date,type,team,tier,channel\n");
        for (var day = new DateOnly(2026, 1, 1); day.Month <= 2; day = day.AddDays(1))
        {
            if (day.Month == 1)
                history.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},letters,mail,2,phone\n");
            history.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},payments,Pay office,3,phone\n");
        }

        return history.ToString();
    }

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => Tool.RunInAsync(_folder.Path, "", arguments);
}
