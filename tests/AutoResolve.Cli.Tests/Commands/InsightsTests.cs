using System.Text;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>The verbs that learn from past issues, as a person runs them one after the other.</summary>
[Trait("Category", "Process")]
public sealed class InsightsTests : IDisposable
{
    private static readonly string[] Openings =
    [
        "hello",
        "please help",
        "since yesterday",
        "again",
        "on my phone",
        "at work",
        "good morning",
        "once more",
        "hi there",
        "my problem",
    ];

    private static readonly (string Label, string[] Texts)[] Kinds =
    [
        (
            "letter",
            [
                "my decision letter did not arrive",
                "the decision letter is missing",
                "i never got the decision letter",
                "where is my decision letter",
            ]
        ),
        ("code", ["the sign in code never comes", "no code when i sign in", "the code to sign in is rejected", "sign in code expired"]),
        ("payment", ["my payment is late", "the monthly payment has not come", "payment was too small", "why is the payment lower"]),
    ];

    private readonly TemporaryFolder _folder = new();

    public InsightsTests() => _folder.Write("history.csv", History());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mine_ThenBacktestThenDiff_WorkTogether()
    {
        var mined = await RunAsync("mine", "--history", "history.csv", "--labels", "code", "--out", "drafts", "--precision", "90");
        Assert.Equal((0, ""), (mined.ExitCode, mined.StandardError));
        Assert.Equal(
            ["code.json", "letter.json", "payment.json"],
            Directory.GetFiles(Path.Combine(_folder.Path, "drafts")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );

        var lint = await RunAsync("lint", "--rules", "drafts");
        var test = await RunAsync("test", "--rules", "drafts");
        Assert.Equal((0, 0), (lint.ExitCode, test.ExitCode));

        var backtest = await RunAsync(
            "backtest",
            "--rules",
            "drafts",
            "--on-trial",
            "--history",
            "history.csv",
            "--labels",
            "code",
            "--fail-under",
            "95",
            "--junit",
            "out/backtest.xml"
        );
        Assert.Equal((0, ""), (backtest.ExitCode, backtest.StandardError));
        Assert.Contains("<testcase classname=\"letter\"", _folder.Read("out/backtest.xml"), StringComparison.Ordinal);
        Assert.Contains("agreement", backtest.StandardOutput, StringComparison.Ordinal);

        _folder.Write("old/a.json", Rule("payment", "vpn"));
        _folder.Write("new/a.json", Rule("payment", "payment"));
        var diff = await RunAsync("diff", "old", "new", "--history", "history.csv");
        Assert.Contains("gained        40   33.3 %", diff.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfRevisions_ReadsThemFromGit()
    {
        await GitAsync("init", "-q");
        _folder.Write("rules/a.json", Rule("one", "letter"));
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "one");
        _folder.Write("rules/a.json", Rule("one", "payment"));

        var diff = JObject.Parse((await RunAsync("diff", "HEAD", "rules", "--history", "history.csv", "--json")).StandardOutput);
        var bad = await RunAsync("diff", "no-such-thing", "rules", "--history", "history.csv");

        Assert.Equal([("gained", 40), ("lost", 40)], diff["groups"]!.Select(group => ((string)group["change"]!, (int)group["issues"]!)));
        Assert.Equal(3, bad.ExitCode);
        Assert.Contains("'no-such-thing' is neither a folder nor a revision", bad.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OnTrial_ComparesDrafts()
    {
        _folder.Write("old/a.json", Rule("payment", "vpn"));
        _folder.Write("new/a.json", Rule("payment", "payment").Replace("\"active\"", "\"draft\"", StringComparison.Ordinal));

        Assert.Contains(
            "gained         0",
            (await RunAsync("diff", "old", "new", "--history", "history.csv")).StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gained        40   33.3 %",
            (await RunAsync("diff", "old", "new", "--on-trial", "--history", "history.csv")).StandardOutput,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Mine_ThatFindsNothing_SaysSoAndWhyAndWritesNothing()
    {
        _folder.Write(
            "chance.csv",
            "text,code\n"
                + string.Concat(
                    Enumerable.Range(0, 60).Select(number => $"word{number} thing{number * 7 % 60},{(number * 13 % 5 < 2 ? "a" : "b")}\n")
                )
        );

        var result = await RunAsync("mine", "--history", "chance.csv", "--labels", "code", "--out", "drafts");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("No conditions reach a precision of 95", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("No rule was found, so nothing was written.", result.StandardOutput, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "drafts")));
    }

    [Fact]
    public async Task Backtest_AgreementTooLow_FailsTheRun()
    {
        _folder.Write("rules/a.json", Rule("payment", "letter"));

        var result = await RunAsync("backtest", "--history", "history.csv", "--labels", "code", "--fail-under", "95");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("fewer than 95.0 %", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trends_AndHealth_SpeakOfTheHistory()
    {
        _folder.Write("rules/a.json", Rule("payment", "payment"));

        var trends = await RunAsync("trends", "--history", "history.csv", "--labels", "code", "--days", "5");
        var health = await RunAsync("health", "--history", "history.csv");

        Assert.Contains("letter", trends.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("payment", trends.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("a.rule: 40 of 40 on \"payment\"", health.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file 'nowhere.csv'.", "mine", "--history", "nowhere.csv")]
    [InlineData("has no column 'kind' for label. It has code, date, text.", "mine", "--history", "history.csv", "--labels", "kind")]
    [InlineData("No column holds 'words'.", "mine", "--history", "history.csv", "--column", "words=text")]
    [InlineData(
        "'--precision' is a percentage from 0 to below 100; found '120'.",
        "mine",
        "--history",
        "history.csv",
        "--precision",
        "120"
    )]
    [InlineData("holds no issues", "trends", "--history", "empty.jsonl")]
    [InlineData("garbage.jsonl cannot be read. This is not a text file.", "health", "--history", "garbage.jsonl", "--rules", "rules")]
    [InlineData("is not empty", "mine", "--history", "history.csv", "--labels", "code", "--out", ".")]
    public async Task BadInput_SaysWhatToDo(string expected, params string[] arguments)
    {
        _folder.Write("empty.jsonl", "");
        _folder.Write("garbage.jsonl", "\u0000\u0001{\n[1,2\n\"text\"\n{\"a\":1}\n");
        _folder.Write("rules/a.json", Rule("payment", "payment"));

        var result = await RunAsync(arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
    }

    private static string Rule(string type, string phrase) =>
        $$"""
            { "set": "a", "title": "A", "owner": "o",
              "rules": [ { "id": "a.rule", "title": "t", "type": "{{type}}", "status": "active",
              "when": { "anyOf": ["{{phrase}}"] }, "then": { "outcome": "route", "team": "t" } } ] }
            """;

    // The letters all come in the last days; the rest are spread evenly.
    private static string History()
    {
        var history = new StringBuilder("text,code,date\n");
        var number = 0;
        foreach (var opening in Openings)
        {
            foreach (var (label, texts) in Kinds)
            {
                foreach (var text in texts)
                    history.Append(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{opening} {text},{label},2026-01-{(label == "letter" ? 28 + (number % 3) : 1 + (number % 30)):00}\n"
                    );
            }

            number += 3;
        }

        return history.ToString();
    }

    private Task<CliWrap.Buffered.BufferedCommandResult> RunAsync(params string[] arguments) =>
        Tool.RunInAsync(_folder.Path, "", arguments);

    private async Task GitAsync(params string[] arguments) =>
        await CliWrap.Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(_folder.Path).ExecuteAsync();
}
