using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class LintTests
{
    [Fact]
    public async Task Lint_BrokenRules_ListsEveryProblem()
    {
        var result = await Tool.RunAsync("lint", "--rules", "broken");

        Assert.Equal((1, ""), (result.ExitCode, result.StandardError));
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Lint_Json_IsOneDocument()
    {
        var result = await Tool.RunAsync("lint", "--rules", "broken", "--json");

        var document = JObject.Parse(result.StandardOutput);
        Assert.Equal((1, (int)document["errors"]!), (result.ExitCode, document["diagnostics"]!.Count()));
        Assert.Equal(
            ["code", "severity", "message", "path", "line", "column", "pointer", "suggestion"],
            ((JObject)document["diagnostics"]![0]!).Properties().Select(property => property.Name)
        );
    }

    [Fact]
    public async Task Lint_Warnings_FailOnlyWhereAsked()
    {
        var results = await Task.WhenAll(Tool.RunAsync("lint"), Tool.RunAsync("lint", "--fail-on", "warning"));

        Assert.Equal([0, 1], results.Select(result => result.ExitCode));
        Assert.Contains("rules/sign-in/codes.json:72:16 AR2006", results[0].StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_FromASeverity_PrintsTheseAndCountsAll()
    {
        var results = await Task.WhenAll(
            Tool.RunAsync("lint"),
            Tool.RunAsync("lint", "--severity", "warning"),
            Tool.RunAsync("lint", "--severity", "error"),
            Tool.RunAsync("lint", "--severity", "error", "--json")
        );
        var lines = results.Select(result => result.StandardOutput.TrimEnd().Split('\n')).ToList();

        Assert.Equal(lines[0].Where(line => !line.Contains(" remark: ", StringComparison.Ordinal)), lines[1]);
        Assert.Equal([lines[0][^1]], lines[2]);
        var document = JObject.Parse(results[3].StandardOutput);
        Assert.Empty(document["diagnostics"]!);
        Assert.True((int)document["warnings"]! > 0);
    }

    [Fact]
    public async Task Lint_OfAPath_TellsWhatIsFoundThere()
    {
        var results = await Task.WhenAll(
            Tool.RunAsync("lint", "rules/sign-in/codes.json"),
            Tool.RunAsync("lint", "broken"),
            Tool.RunAsync("lint", "--rules", "broken"),
            Tool.RunAsync("lint", "rules", "--rules", "broken"),
            Tool.RunAsync("lint", "broken/half.json"),
            Tool.RunAsync("lint", "rules/nowhere.json")
        );

        var told = results[0].StandardOutput.TrimEnd().Split('\n');
        Assert.All(told[..^1], line => Assert.StartsWith("rules/sign-in/codes.json:", line, StringComparison.Ordinal));
        Assert.EndsWith(" in 1 file", told[^1], StringComparison.Ordinal);
        Assert.Equal(results[2].StandardOutput, results[1].StandardOutput);
        Assert.Contains("named twice", results[3].StandardError, StringComparison.Ordinal);
        Assert.Equal([0, 1, 1, 2, 2, 3], results.Select(result => result.ExitCode));
    }

    [Theory]
    [InlineData("There is no command 'frob'. There are ", "frob")]
    [InlineData("There is no command 'lnit'. Did you mean 'lint'?\n", "lnit")]
    [InlineData("There is no command 'shwo'. Did you mean 'show'?\n", "journal", "shwo")]
    public async Task Command_ThatIsNotThere_IsToldAlone(string message, params string[] words)
    {
        var result = await Tool.RunAsync(words);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"autoresolve: {message}", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, result.StandardError.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Lint_MissingOrEmptyFolder_Returns3()
    {
        using var folder = new TemporaryFolder();
        var results = await Task.WhenAll(
            Tool.RunAsync("lint", "--rules", "nowhere"),
            Tool.RunAsync("lint", "--rules", folder.Path),
            Tool.RunInAsync(folder.Path, "", "lint"),
            Tool.RunAsync("lint", "--rules", "rulez")
        );

        Assert.All(results, result => Assert.Equal(3, result.ExitCode));
        Assert.Contains(
            "There is no rules folder 'nowhere'. Without '--rules' those in 'rules' are taken.",
            results[0].StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains("There is no rules folder 'rulez'. Did you mean 'rules'?", results[3].StandardError, StringComparison.Ordinal);
        Assert.Contains("AR1002", results[1].StandardOutput, StringComparison.Ordinal);
        Assert.Contains("There is no folder 'rules' here or above", results[2].StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_FromAFolderBelow_FindsTheRulesAbove()
    {
        var result = await Tool.RunInAsync(Path.Combine(Tool.Fixtures, "failing"), "", "lint");

        Assert.Contains("../rules/sign-in/codes.json:72:16", result.StandardOutput, StringComparison.Ordinal);
    }
}
