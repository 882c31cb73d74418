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

    [Theory]
    [InlineData("The phrase '?!' has no letter or digit, so it can never be found.", "?!")]
    [InlineData("This phrase has 21 words; at most 20 are allowed.", "a b c d e f g h i j k l m n o p q r s t u")]
    [InlineData("In '*load' the star does not stand at the end.", "*load")]
    [InlineData("Put the phrase in quotes: autoresolve words \"claim letter\".", "claim", "letter")]
    [InlineData("Only German words are found in compounds", "claim", "--compounds")]
    [InlineData("There is no option '--jsom'. Did you mean '--json'?", "claim", "--jsom")]
    public async Task Words_WhatCannotBeFound_IsWrongUsageAndSaysWhy(string reason, params string[] arguments)
    {
        var result = await Tool.RunAsync(["words", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24/7 ", "24/7")]
    [InlineData("minus 5 ", "-5")]
    [InlineData("20.0 eur", "20 €")]
    [InlineData("konto: …konto, konto…, konte", "Konto", "--language", "de", "--compounds")]
    [InlineData("cuenta: cuentas", "cuenta", "--language", "es-MX")]
    public async Task Words_APhrase_IsPrintedAsPeopleWriteIt(string line, params string[] arguments)
    {
        var result = await Tool.RunAsync(["words", .. arguments]);

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Contains(line, result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_Forms_AreSuchAsPeopleWrite()
    {
        var result = await Tool.RunAsync("words", "$20 c# -5");

        Assert.DoesNotContain(["twenties", "sharped", "minuses", "pounded", "noes"], form =>
            result.StandardOutput.Contains(form, StringComparison.Ordinal)
        );
    }
}
