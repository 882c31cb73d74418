using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

[Trait("Category", "Process")]
public sealed class ExplainTests
{
    private const string Text = "It signs me out right away, error 002";

    [Fact]
    public async Task Explain_Text_SaysWhyAndWhyNot()
    {
        var result = await Tool.RunAsync("explain", "--text", Text, "--rule", "sign-in.outage");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Explain_RuleThatDoesNotMatch_ShowsItsTree()
    {
        var result = await Tool.RunAsync("explain", "--text", "error 002 in a stuck session", "--rule", "sign-in.stuck-session");

        Assert.Contains("its condition holds, and it cannot win here", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("out of scope: channel is not given, not phone", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Near misses\n  sign-in.clock-wrong", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Mail_SaysWhatWasNotRead()
    {
        const string Mail = Text + "\nSent from my iPhone\n\n-----Original Message-----\nFrom: Desk\n\nerror 001";

        var result = await Tool.RunAsync("explain", "--text", Mail);
        var json = JObject.Parse((await Tool.RunAsync("explain", "--text", Mail, "--json")).StandardOutput);

        Assert.Contains(
            """
            Not the writer's own words
              text 38 to 59: a signature, which only guards read, known by the line of a device or mail program: "Sent from my iPhone"
              text 59 to 107: a quote, which nobody reads, known by the line of an original message: "-----Original Message-----
            """,
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Equal(["deviceLine", "originalMessageLine"], json.SelectTokens("$..leftOut[*].reason").Select(reason => (string?)reason));
    }

    [Fact]
    public async Task Explain_RuleThatAsksAClassifier_TellsHowSureItIs()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "rules/upload.json",
            """
            { "set": "upload", "title": "Uploading", "owner": "o",
              "classifiers": { "subjects": { "labels": { "big-file": 0, "other": 0 }, "words": ["big file 54 1:310", "file 10 2:50"] } },
              "rules": [ { "id": "upload.big-file", "title": "Too big", "type": "upload/big-file", "status": "active",
                "when": { "readsLike": "big-file", "by": "subjects", "sure": 60 }, "then": { "outcome": "route" },
                "tests": [ { "text": "a file", "match": true } ] } ] }
            """
        );

        var held = await Tool.RunInAsync(folder.Path, "", "explain", "--text", "A big file");
        var failed = await Tool.RunInAsync(folder.Path, "", "explain", "--text", "a file", "--rule", "upload.big-file", "--json");
        var tested = await Tool.RunInAsync(folder.Path, "", "test");

        const string Asked = "at least 60 % sure that it reads like big-file (subjects)";
        Assert.Contains($"{Asked}: 95 % sure  <- \"big file\"", held.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(["37 % sure"], JObject.Parse(failed.StandardOutput).SelectTokens("$..reached").Select(reached => (string?)reached));
        Assert.Contains($"{Asked}: 37 % sure", tested.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_RuleOfATable_NamesItsRow()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "rules/codes.json",
            """
            { "set": "codes", "title": "Codes", "owner": "o", "rules": [ {
              "id": "codes.<id>", "title": "Code <id>", "type": "codes/<id>", "status": "active",
              "when": { "anyOf": ["error <id>"] }, "then": { "outcome": "route" }, "rows": [ { "id": "001" }, { "id": "002" } ] } ] }
            """
        );

        var text = await Tool.RunInAsync(folder.Path, "", "explain", "--text", "error 002");
        var json = await Tool.RunInAsync(folder.Path, "", "explain", "--text", "error 002", "--json");

        Assert.Contains("Why codes.002 (priority 0, specificity 2, row 2 of codes)", text.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("row 2 of codes", (string?)JObject.Parse(json.StandardOutput).SelectToken("resolution.explanation.winner.row"));
    }

    [Fact]
    public async Task Explain_RetiredRule_SaysSo() =>
        Assert.Contains(
            "is retired",
            (await Tool.RunAsync("explain", "--text", "error 001", "--rule", "sign-in.old-code")).StandardOutput,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Explain_AsciiLocale_UsesAsciiMarks()
    {
        var command = Tool.Command(Tool.Fixtures, "explain", "--text", Text)
            .WithEnvironmentVariables(variables => variables.Set("LC_ALL", "C"));
        var result = await command.ExecuteBufferedAsync();

        Assert.DoesNotContain(result.StandardOutput, character => character > '\u007f');
        Assert.Contains(">>signs me out<<", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_IssueOfAFile_IsFoundById()
    {
        var result = await Tool.RunAsync("explain", "issues.jsonl", "--id", "3", "--json");

        var document = JObject.Parse(result.StandardOutput);
        Assert.Equal("sign-in.stuck-session", (string?)document.SelectToken("resolution.explanation.winner.rule.id"));
        Assert.Equal("true", (string?)document.SelectToken("winnerConditions.truth"));
    }

    [Fact]
    public async Task Explain_UnknownId_IsAFinding()
    {
        var result = await Tool.RunAsync("explain", "issues.jsonl", "--id", "99");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("holds no issue with the id '99'", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Fact_IsUsed()
    {
        var result = await Tool.RunAsync("explain", "--text", "cannot reach the page", "--fact", "incident=INC-1");

        Assert.StartsWith("routed by sign-in.incident", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("The fact incident is INC-1.", result.StandardOutput, StringComparison.Ordinal);
    }
}
