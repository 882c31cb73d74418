using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_OfTheTool_ListsVerbs()
    {
        var result = await Tool.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Help_OfEachVerb_HasExamples()
    {
        string[] verbs =
        [
            "resolve",
            "explain",
            "lint",
            "test",
            "fmt",
            "new",
            "schema",
            "words",
            "watch",
            "mine",
            "learn",
            "backtest",
            "diff",
            "trends",
            "health",
            "bench",
            "report",
            "journal",
            "send",
            "work",
        ];
        string[] parts = ["cases", "show", "entries", "doubt", "replay", "records", "feedback", "stop", "resume"];
        var helps = await Task.WhenAll(
            verbs
                .Select(verb => Tool.RunAsync(verb, "--help"))
                .Append(Tool.RunAsync("baseline", "freeze", "--help"))
                .Concat(parts.Select(part => Tool.RunAsync("journal", part, "--help")))
        );

        Assert.All(helps, help => Assert.Contains("Examples:", help.StandardOutput, StringComparison.Ordinal));
        Snapshot.Match(string.Join("\n", helps.Select(help => help.StandardOutput)));
    }

    [Fact]
    public async Task Version_IsPrinted()
    {
        var result = await Tool.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", result.StandardOutput);
    }

    [Theory]
    [InlineData("Did you mean 'resolve'?", "resolv")]
    [InlineData("There is no option '--jsn'. Did you mean '--json'?", "lint", "--jsn")]
    [InlineData("There is no option '--tex'. Did you mean '--text'?", "resolve", "--tex", "words")]
    [InlineData("'--fail-on' is one of info, warning, error; found 'never'.", "lint", "--fail-on", "never")]
    [InlineData("'--field code' must be a name, an equals sign and a value", "resolve", "--text", "words", "--field", "code")]
    [InlineData("'--channel' describes the issue of --text", "resolve", "issues.jsonl", "--channel", "phone")]
    [InlineData("Give a FILE or --text, not both.", "resolve", "issues.jsonl", "--text", "words")]
    [InlineData("There is no rule 'sign-in.lop'. Did you mean 'sign-in.loop'?", "explain", "--text", "words", "--rule", "sign-in.lop")]
    [InlineData("There is no rule 'sign-in.lop'. Did you mean 'sign-in.loop'?", "test", "sign-in.lop")]
    [InlineData("There is no rule 'nosuch.rule'. There are '", "test", "nosuch.rule")]
    [InlineData("'Sign_In' cannot be a rule id", "new", "Sign_In")]
    [InlineData("is a percentage from 0 to 100", "test", "--min-coverage", "200")]
    public async Task Usage_Wrong_SaysWhatAndReturns2(string message, params string[] arguments)
    {
        var result = await Tool.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }
}
