using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Docs;

[Collection(CurrentDirectory.Name)]
public sealed class ReadmeTests
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking);

    [Fact]
    public void Code_OfTheReadme_IsTheCompiledSample()
    {
        var sample = Repository.Read("tests/AutoResolve.Tests/Docs/ReadmeSample.cs");
        var lines = Block("csharp").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains("\n        " + line + "\n", sample, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_OfTheReadme_DecidesItsIssue()
    {
        // The sample names the folder as an application at the root of the repository would.
        var current = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Repository.Root);
        try
        {
            var resolution = await ReadmeSample.Run();

            Assert.Equal(Outcome.Answered, resolution.Outcome);
            Assert.NotNull(resolution.Explanation.Winner);
        }
        finally
        {
            Directory.SetCurrentDirectory(current);
        }
    }

    [Fact]
    public void Rule_OfTheReadme_LoadsWithoutARemark()
    {
        var file = new RuleFile("documents.json", Encoding.UTF8.GetBytes(Block("json")));

        var result = Rulebook.TryLoad([file], new RulebookOptions(), new Clock());

        Assert.Empty(result.Diagnostics);
        Assert.Equal("documents.pdf-please-wait", Assert.Single(result.Rulebook!.Rules).Id);
    }

    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string>();
        foreach (var page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Repository.Root, page).Replace('\\', '/');
            if (!path.Contains("/bin/", StringComparison.Ordinal) && !path.StartsWith("artifacts/", StringComparison.Ordinal))
                pages.Add(path);
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfEveryPage_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = Link.Matches(Repository.Read(page))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    private static string Block(string language)
    {
        var readme = Repository.Read("README.md");
        var start = readme.IndexOf($"```{language}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"README.md has no {language} block.");
        start += language.Length + 4;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
