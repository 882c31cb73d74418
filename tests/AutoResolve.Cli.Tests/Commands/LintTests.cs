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
    public async Task Lint_MissingOrEmptyFolder_Returns3()
    {
        using var folder = new TemporaryFolder();
        var results = await Task.WhenAll(
            Tool.RunAsync("lint", "--rules", "nowhere"),
            Tool.RunAsync("lint", "--rules", folder.Path),
            Tool.RunInAsync(folder.Path, "", "lint")
        );

        Assert.All(results, result => Assert.Equal(3, result.ExitCode));
        Assert.Contains("There is no rules folder 'nowhere'.", results[0].StandardError, StringComparison.Ordinal);
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
