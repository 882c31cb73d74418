using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class LearnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _history;

    public LearnTests() => _history = _folder.Write("labelled.csv", History("stolen", "upload"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Learn_Out_WritesRulesThatLintTakes()
    {
        var rules = Path.Combine(_folder.Path, "rules", "learnt.json");

        var learnt = await LearnAsync("--kind", "danger", "--by", "Writer", "--name", "signsOfDanger", "--out", rules);
        var lint = await Tool.RunAsync("lint", "--rules", Path.GetDirectoryName(rules)!, "--json");

        Assert.Equal((0, ""), (learnt.ExitCode, learnt.StandardError));
        Assert.EndsWith($"Written to {rules}.\n", learnt.StandardOutput, StringComparison.Ordinal);
        var set = JObject.Parse(await File.ReadAllTextAsync(rules));
        Assert.Equal("learnt-signs-of-danger", (string?)set["set"]);
        Assert.Contains("stolen", $"{set["conditions"]!["signsOfDanger"]!["points"]}", StringComparison.Ordinal);
        Assert.Equal(0, (int)JObject.Parse(lint.StandardOutput)["errors"]!);
    }

    [Theory]
    [InlineData(2, "at least 10 must be", "--kind", "nothing")]
    [InlineData(2, "No text has a column 'author-id'", "--kind", "danger", "--by", "author-id")]
    [InlineData(2, "'--name' is letters and digits", "--kind", "danger", "--name", "signs of danger")]
    [InlineData(2, "'--name' is letters and digits", "--kind", "danger", "--name", "")]
    [InlineData(2, "'--false-alarms' is a percentage", "--kind", "danger", "--false-alarms", "100")]
    [InlineData(2, "'--false-alarms' is a percentage", "--kind", "danger", "--false-alarms", "NaN")]
    [InlineData(2, "'--phrases' is a whole number from 1 to 10000; found '0'", "--kind", "danger", "--phrases", "0")]
    [InlineData(2, "'--phrases' is a whole number from 1 to 10000; found 'x'", "--kind", "danger", "--phrases", "x")]
    public async Task Learn_WrongOption_IsRefusedAndSaysWhy(int exitCode, string message, params string[] options)
    {
        var path = _folder.Write("kept.json", "kept");

        var learnt = await LearnAsync([.. options, "--out", path]);

        Assert.Equal(exitCode, learnt.ExitCode);
        Assert.Contains(message, learnt.StandardError, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Learn_OutThatIsTheHistory_IsRefused()
    {
        var before = await File.ReadAllTextAsync(_history);

        var learnt = await LearnAsync("--kind", "danger", "--out", _history);

        Assert.Equal(2, learnt.ExitCode);
        Assert.Contains("would take the place of a file that is read", learnt.StandardError, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_history));
    }

    [Fact]
    public async Task Learn_TextsThatAreAllAlike_WritesNothing()
    {
        await File.WriteAllTextAsync(_history, History("same", "same"));

        var learnt = await LearnAsync("--kind", "danger", "--out", Path.Combine(_folder.Path, "none.json"));

        Assert.Equal((3, false), (learnt.ExitCode, File.Exists(Path.Combine(_folder.Path, "none.json"))));
        Assert.Contains("nothing was learnt", learnt.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learn_LinesThatAreNoTexts_AreTold()
    {
        var lines = Enumerable
            .Range(0, 60)
            .Select(at =>
                $$"""{"text":"my {{(at % 2 == 0 ? "stolen card" : "upload fails")}} {{at}}","label":"{{(at % 2 == 0 ? "danger" : "calm")}}"}"""
            );
        var path = _folder.Write("hostile.jsonl", string.Join('\n', lines) + "\n{\"text\":7\n[]\n{\"label\":\"danger\"}\n");

        var learnt = await Tool.RunAsync("learn", "--history", path, "--kind", "danger", "--json");

        Assert.Equal(0, learnt.ExitCode);
        Assert.Equal(60, (int)JObject.Parse(learnt.StandardOutput)["texts"]!);
    }

    private Task<CliWrap.Buffered.BufferedCommandResult> LearnAsync(params string[] options) =>
        Tool.RunAsync(["learn", "--history", _history, .. options]);

    private static string History(string danger, string calm) =>
        "text,label,Writer\n"
        + string.Concat(
            Enumerable
                .Range(0, 80)
                .Select(at => $"my {(at % 2 == 0 ? danger : calm)} since monday,{(at % 2 == 0 ? "danger" : "calm")},w{at % 4}\n")
        );
}
