using System.Text;
using CliWrap;
using CliWrap.EventStream;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

[Trait("Category", "Process")]
public sealed class ResolveTests
{
    [Fact]
    public async Task Resolve_File_PrintsTableAndSummary()
    {
        var result = await Tool.RunAsync("resolve", "issues.jsonl");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.DoesNotContain('\u001b', result.StandardOutput);
        Assert.DoesNotContain('\u202e', result.StandardOutput);
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Resolve_Text_PrintsTheWholeResolution()
    {
        var result = await Tool.RunAsync(
            "resolve",
            "--text",
            "It signs me out",
            "--field",
            "errorCode=002",
            "--tried",
            "clock-automatic",
            "--locale",
            "es-MX"
        );

        Assert.Equal(0, result.ExitCode);
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Resolve_Json_IsOneResolutionALine()
    {
        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--json", "--explain");

        var lines = result.StandardOutput.TrimEnd('\n').Split('\n').Select(JObject.Parse).ToList();
        Assert.Equal(["answered", "routed", "fixed", "escalated", "escalated"], lines.Select(line => (string?)line["outcome"]));
        Assert.Equal("r-1", (string?)lines[2].SelectToken("actions[0].parameters.user"));
        Assert.Equal("sign-in.loop", (string?)lines[0].SelectToken("explanation.runnersUp[0].rule.id"));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Resolve_JsonShape_IsStable()
    {
        var result = await Tool.RunAsync("resolve", "--json", "--text", "It signs me out, error 002");

        var resolution = JObject.Parse(result.StandardOutput);
        resolution["rulebookRevision"] = "";
        Snapshot.Match(resolution.ToString());
    }

    [Theory]
    [InlineData("", "--json")]
    [InlineData("-", "--json")]
    public async Task Resolve_StandardInput_AnyFormat(string file, string json)
    {
        string[] arguments = file.Length == 0 ? ["resolve", json] : ["resolve", file, json];
        var result = await Tool.RunInAsync(Tool.Fixtures, "id,text,errorCode\n7,it signs me out,002\n", arguments);

        Assert.Equal("sign-in.clock-wrong", (string?)JObject.Parse(result.StandardOutput).SelectToken("rule.id"));
    }

    [Fact]
    public async Task Resolve_BadLines_AreReportedAndTheRestIsDone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("issues.jsonl", "\uFEFF{\"text\": \"logged out\"}\n{\"text\": \"half\n[]\n{\"text\": \"stuck session\"}\n");

        var result = await Tool.RunAsync("resolve", file, "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.StandardOutput.Count(character => character == '\n'));
        Assert.Contains($"{file}:2: This line is not JSON: ", result.StandardError, StringComparison.Ordinal);
        Assert.Contains($"{file}:3: ", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("2 issues of", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_RaggedCsv_IsReportedWithItsLine()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("issues.csv", "id;text\n1;logged out\n2\n3;stuck session\n");

        var result = await Tool.RunAsync("resolve", file, "--json");

        Assert.Equal((1, 2), (result.ExitCode, result.StandardOutput.Count(character => character == '\n')));
        Assert.Contains($"{file}:3: This row has 1 values and the header has 2 columns.", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_BinaryOrEmptyFile_IsAFinding()
    {
        using var folder = new TemporaryFolder();
        var binary = Path.Combine(folder.Path, "image.png");
        await File.WriteAllBytesAsync(binary, [0x89, 0x50, 0, 1, 2, 0xFF, 0xFE, 10, 13]);
        var results = await Task.WhenAll(Tool.RunAsync("resolve", binary), Tool.RunAsync("resolve", folder.Write("empty.json", "")));

        Assert.All(results, result => Assert.Equal(1, result.ExitCode));
        Assert.Contains("This is not a text file.", results[0].StandardError, StringComparison.Ordinal);
        Assert.Contains("There is nothing in it.", results[1].StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl", "Cannot read 'missing.jsonl': it does not exist.")]
    [InlineData("rules", "'rules' is a folder; name a file of issues.")]
    public async Task Resolve_NoFile_Returns3(string file, string message)
    {
        var result = await Tool.RunAsync("resolve", file);

        Assert.Equal((3, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_Out_WritesATable()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "out", "results.csv");

        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--out", file, "--outcome", "routed,Escalated");

        var lines = folder.Read("out/results.csv").TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, $"autoresolve: 3 resolutions written to {file}.\n"), (result.ExitCode, result.StandardError));
        Assert.StartsWith("\"id\",\"outcome\",\"reason\",\"rule\",\"type\",\"team\"", lines[0], StringComparison.Ordinal);
        Assert.Equal(["routed", "escalated", "escalated"], lines.Skip(1).Select(line => line.Split("\",\"")[1]));
        Assert.StartsWith("answered           1", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("issues             5", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_OutAsLines_WritesWhatJsonPrints()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "results.jsonl");

        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--json", "--out", file, "--outcome", "answered");

        Assert.Equal("answered", (string?)JObject.Parse(result.StandardOutput)["outcome"]);
        Assert.Equal(result.StandardOutput, folder.Read("results.jsonl"));
    }

    [Fact]
    public async Task Resolve_Outcome_ShowsOnlyThoseAndCountsAll()
    {
        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--outcome", "fixed");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("fixed              1    20.0 %", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-in.clock-wrong", result.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--outcome' takes some of ", "--outcome", "escalated,lost")]
    [InlineData("must end with .csv or .jsonl", "--out", "results.txt")]
    public async Task Resolve_OutThatCannotBe_SaysWhatToDo(string message, params string[] arguments)
    {
        var result = await Tool.RunAsync(["resolve", "issues.jsonl", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_OutOfWhatIsRead_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("issues.csv", "text\nlogged out\n");

        var result = await Tool.RunAsync("resolve", file, "--out", file);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("text\nlogged out\n", folder.Read("issues.csv"));
    }

    [Fact]
    public async Task Resolve_OutOfWhatIsReadByAnotherName_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("issues.jsonl", "{\"text\": \"logged out\"}\n");
        var link = Path.Combine(folder.Path, "link.jsonl");
        File.CreateSymbolicLink(link, file);
        var above = Path.Combine(folder.Path, "above");
        Directory.CreateSymbolicLink(above, folder.Path);

        foreach (var output in new[] { link, Path.Combine(above, "issues.jsonl"), Path.Combine(above, "link.jsonl") })
            Assert.Equal(2, (await Tool.RunAsync("resolve", file, "--out", output)).ExitCode);

        Assert.Equal("{\"text\": \"logged out\"}\n", folder.Read("issues.jsonl"));
    }

    [Fact]
    public async Task Resolve_OutOfWhatSomebodyReads_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("results.jsonl", "kept");
        using var reader = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--out", file);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("kept", folder.Read("results.jsonl"));
    }

    [Fact]
    public async Task Resolve_BrokenRules_ListsErrorsAndDoesNothing()
    {
        var result = await Tool.RunAsync("resolve", "issues.jsonl", "--json", "--rules", "broken");

        Assert.Equal((1, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains("broken/documents.json:10:17 AR", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("The rules in 'broken' have", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_ManyIssues_AreStreamed()
    {
        var input = new StringBuilder();
        for (var i = 0; i < 5000; i++)
            input.Append("{\"text\": \"logged out\"}\n");

        var result = await Tool.RunInAsync(Tool.Fixtures, input.ToString(), "resolve");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("routed          5000   100.0 %", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_SlowInput_IsDecidedAsItComesUntilInterrupted()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var input = PipeSource.Create(
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync("{\"text\": \"logged out\"}\n"u8.ToArray(), cancellationToken);
                await stream.FlushAsync(cancellationToken);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        );
        var (process, exitCode, lines) = (0, -1, 0);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "results.jsonl");
        var said = "";
        await foreach (
            var happened in Tool.Command(Tool.Fixtures, "resolve", "-", "--json", "--out", file)
                .WithStandardInputPipe(input)
                .ListenAsync(limit.Token)
        )
        {
            if (happened is StartedCommandEvent started)
                process = started.ProcessId;
            if (happened is ExitedCommandEvent exited)
                exitCode = exited.ExitCode;
            if (happened is StandardErrorCommandEvent error)
                said += error.Text;
            if (happened is not StandardOutputCommandEvent)
                continue;
            lines++;
            await Tool.InterruptAsync(process);
        }

        Assert.Equal((130, 1), (exitCode, lines));
        Assert.Equal($"autoresolve: stopped by Ctrl-C; 1 resolution written to {file}.", said);
        Assert.Single(folder.Read("results.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
