using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class WordsTests
{
    [Fact]
    public async Task Words_APhrase_TellsAllThatItFindsAndWhy()
    {
        var result = await Tool.RunAsync("words", "can't find wi-fi error 105");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Words_Json_HasEachWording()
    {
        var result = await Tool.RunAsync("words", "=sign @out =c", "--json");

        var wordings = JObject.Parse(result.StandardOutput)["wordings"]!;
        Assert.Equal("""[{"why":["written"],"words":[["sign"],["@out"],["c"]]}]""", wordings.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Words_NoWord_IsWrongUsage()
    {
        var result = await Tool.RunAsync("words", "?!");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "The phrase '?!' finds nothing: it has no letter or digit, or more than 20 words.",
            result.StandardError,
            StringComparison.Ordinal
        );
    }
}
