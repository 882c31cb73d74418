using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class TestCommandTests
{
    [Fact]
    public async Task Test_TestsThatHold_ReturnsOk()
    {
        var result = await Tool.RunAsync("test");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("\n15 passed, 0 failed\n", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OneRule_RunsOnlyItsTests() =>
        Assert.EndsWith("\n2 passed, 0 failed\n", (await Tool.RunAsync("test", "sign-in.loop")).StandardOutput, StringComparison.Ordinal);

    [Fact]
    public async Task Test_Failures_SayWhereAndWhy()
    {
        var result = await Tool.RunAsync("test", "--rules", "failing");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Test_JsonAndJUnit_AgreeWithTheText()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "new", "results.xml");

        var result = await Tool.RunAsync("test", "--rules", "failing", "--json", "--junit", file);

        var document = JObject.Parse(result.StandardOutput);
        Assert.Equal((1, 4, 5), ((int)document["passed"]!, (int)document["failed"]!, document["tests"]!.Count()));
        var suites = XDocument.Load(file).Root!;
        Assert.Equal(("5", "4"), (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value));
        Assert.Equal(4, suites.Descendants("failure").Count());
    }

    [Fact]
    public async Task Test_TooLittleCoverage_IsAFinding()
    {
        var result = await Tool.RunAsync("test", "--min-coverage", "99.5");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Condition coverage is", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_BrokenRules_ReturnsFindings() => Assert.Equal(1, (await Tool.RunAsync("test", "--rules", "broken")).ExitCode);
}
