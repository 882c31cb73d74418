using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class AuthoringTests
{
    private const string Old = """
        { "set": "t", "title": "T", "owner": "o",
          "rules": [ { "id": "t.a", "title": "A", "type": "t/a", "status": "draft", "when": { "anyOf": ["a"] },
            "then": { "outcome": "ask", "ask": ["b"] } } ] }
        """;

    private const string Untidy = "{ \"title\": \"T\", \"set\": \"t\", \"owner\": \"o\", // mine\n \"rules\": [] }";

    [Fact]
    public async Task New_Skeleton_LintsTestsAndIsCanonical()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "rules"));

        var made = await Tool.RunInAsync(folder.Path, "", "new", "documents.pdf-wait");

        Assert.Equal((0, ""), (made.ExitCode, made.StandardError));
        Assert.EndsWith(
            "not there yet: autoresolve schema > rules/autoresolve.schema.json\n",
            made.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("\"id\": \"documents.pdf-wait\", //", folder.Read("rules/documents.json"), StringComparison.Ordinal);
        var checks = await Task.WhenAll(
            Tool.RunInAsync(folder.Path, "", "lint", "--fail-on", "info"),
            Tool.RunInAsync(folder.Path, "", "test", "--min-coverage", "100"),
            Tool.RunInAsync(folder.Path, "", "fmt", "--check")
        );
        Assert.All(checks, check => Assert.Equal(0, check.ExitCode));
    }

    [Fact]
    public async Task New_FileThatExists_IsNotTouched()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/mine.json", "{}");

        var result = await Tool.RunInAsync(folder.Path, "", "new", "documents.pdf", "--out", "rules/mine.json");

        Assert.Equal((3, "{}"), (result.ExitCode, folder.Read("rules/mine.json")));
    }

    [Theory]
    [InlineData("sign-in.loop")]
    [InlineData("sign-in.old-code")]
    [InlineData("sign-in.another")]
    public async Task New_IdOrSetThatExists_IsRefused(string id) => Assert.Equal(2, (await Tool.RunAsync("new", id)).ExitCode);

    [Fact]
    public async Task Fmt_UntidyFile_IsCheckedThenWritten()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/t.json", Untidy);

        var check = await Tool.RunInAsync(folder.Path, "", "fmt", "--check");

        Assert.Equal((1, Untidy), (check.ExitCode, folder.Read("rules/t.json")));
        Assert.StartsWith("rules/t.json:1 is not in its canonical form", check.StandardOutput, StringComparison.Ordinal);
        var written = await Tool.RunInAsync(folder.Path, "", "fmt", "rules/t.json", "--json");
        Assert.Equal("rules/t.json", (string?)JObject.Parse(written.StandardOutput).SelectToken("changed[0].path"));
        Assert.StartsWith("{\n  \"set\": \"t\",", folder.Read("rules/t.json"), StringComparison.Ordinal);
        Assert.Equal(["t.json"], Directory.GetFiles(Path.Combine(folder.Path, "rules")).Select(Path.GetFileName));
        Assert.Equal(0, (await Tool.RunInAsync(folder.Path, "", "fmt", "--check")).ExitCode);
    }

    [Fact]
    public async Task Fmt_OldWords_AreUpgradedAndShown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/t.json", Old);
        await Tool.RunInAsync(folder.Path, "", "fmt");
        var formatted = folder.Read("rules/t.json");

        var check = await Tool.RunInAsync(folder.Path, "", "fmt", "--upgrade", "--check");

        Assert.Equal((1, formatted), (check.ExitCode, folder.Read("rules/t.json")));
        Assert.StartsWith(
            "rules/t.json:13:20 outcome of rule 't.a': \"ask\" would become \"route\"\n",
            check.StandardOutput,
            StringComparison.Ordinal
        );
        var written = await Tool.RunInAsync(folder.Path, "", "fmt", "--upgrade", "--json");
        Assert.Equal("outcome of rule 't.a'", (string?)JObject.Parse(written.StandardOutput).SelectToken("upgraded[0].what"));
        Assert.Equal(
            formatted.Replace("\"outcome\": \"ask\"", "\"outcome\": \"route\"", StringComparison.Ordinal),
            folder.Read("rules/t.json")
        );
        Assert.Equal(0, (await Tool.RunInAsync(folder.Path, "", "fmt", "--upgrade", "--check")).ExitCode);
    }

    [Fact]
    public async Task Fmt_FileThatIsNoJson_IsReportedAndKept()
    {
        var before = await File.ReadAllTextAsync(Path.Combine(Tool.Fixtures, "broken", "half.json"));

        var result = await Tool.RunAsync("fmt", "broken/half.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("broken/half.json:3:12 AR1006", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(Tool.Fixtures, "broken", "half.json")));
    }

    [Fact]
    public async Task Fmt_MissingFile_Returns3() => Assert.Equal(3, (await Tool.RunAsync("fmt", "nowhere.json")).ExitCode);

    [Fact]
    public async Task Schema_IsJson()
    {
        var result = await Tool.RunAsync("schema");

        Assert.Equal(0, result.ExitCode);
        Assert.NotNull(JObject.Parse(result.StandardOutput)["$schema"]);
    }
}
