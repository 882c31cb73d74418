using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed partial class BenchTests
{
    [Fact]
    public async Task Bench_Issues_TellsWhatTheyCostAndWhereItGoes()
    {
        var result = await Tool.RunAsync("bench", "--issues", "issues.jsonl", "--seconds", "1");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        var (head, parts) = Halves(result.StandardOutput);
        Snapshot.Match(Normalized(head));
        Assert.Contains("reading", parts, StringComparison.Ordinal);
        Assert.Contains("the texts, whatever the rules", parts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_Json_HasTheSameFigures()
    {
        var result = await Tool.RunAsync("bench", "--issues", "issues.jsonl", "--seconds", "1", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        var json = JObject.Parse(result.StandardOutput);
        Assert.Equal(["match", "decide", "explain"], json["operations"]!.Select(cost => (string?)cost["operation"]));
        var reference = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "json.md"));
        Assert.All(json.DescendantsAndSelf().OfType<JProperty>().Select(property => property.Name), name =>
            Assert.Contains($"`{name}`", reference, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(2, "Option '--issues' is required.")]
    [InlineData(2, "'--seconds' is a number from 1 to 3600.", "--issues", "issues.jsonl", "--seconds", "0")]
    [InlineData(3, "no-such.jsonl", "--issues", "no-such.jsonl")]
    [InlineData(1, "The rules in 'broken' have", "--issues", "issues.jsonl", "--rules", "broken")]
    public async Task Bench_Wrong_SaysWhat(int exitCode, string message, params string[] arguments)
    {
        var result = await Tool.RunAsync(["bench", .. arguments]);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_NoIssues_IsWrongUsage()
    {
        var result = await Tool.RunInAsync(Tool.Fixtures, "", "bench", "--issues", "-");

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains("There is no issue in", result.StandardError, StringComparison.Ordinal);
    }

    private static (string Head, string Parts) Halves(string text)
    {
        var at = text.IndexOf("Where the time of match goes", StringComparison.Ordinal);
        return (text[..at], text[at..]);
    }

    // Figures differ from run to run, and with them the widths of columns.
    private static string Normalized(string text) => Blanks().Replace(Rules().Replace(Figures().Replace(text, "#"), "─"), " ");

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex Figures();

    [GeneratedRegex("─+")]
    private static partial Regex Rules();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
