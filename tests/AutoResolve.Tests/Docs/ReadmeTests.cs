using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Rules;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.Docs;

[Collection(CurrentDirectory.Name)]
public sealed class ReadmeTests
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking);

    [Theory]
    [InlineData(0, "ReadmeSample.cs")]
    [InlineData(1, "ReadmeHandler.cs")]
    [InlineData(2, "ReadmeHost.cs")]
    public void Code_OfTheReadme_IsTheCompiledSample(int block, string file)
    {
        var sample = Lines(Repository.Read($"tests/AutoResolve.Tests/Docs/{file}"));
        var lines = Lines(Block("csharp", block));

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(sample, one => one == line || one == "internal " + line));
    }

    [Fact]
    public async Task Handler_OfTheReadme_UnlocksTheAccount()
    {
        using var rules = new RulesOnDisk(SomeRules.Rule("alpha", """{ "outcome": "fix", "actions": [ { "do": "unlock-account", "with": { "user": "{{ issue.fields.userId }}" } } ] }"""));
        var accounts = new Accounts();
        var issue = SomeRules.Issue("alpha", fields: [("userId", "u-7")]);
        Task<Disposition> Run() => ReadmeHost.Run(new ServiceCollection().AddSingleton<IAccounts>(accounts), issue);

        var dispositions = await InFolderAsync(rules.Root, async () => new[] { await Run(), await Run() });

        Assert.Equal([(Outcome.Fixed, false), (Outcome.Fixed, true)], dispositions.Select(one => (one.Outcome, one.IsDuplicate)));
        Assert.Equal(["u-7"], accounts.Unlocked);
    }

    [Fact]
    public async Task Code_OfTheReadme_DecidesItsIssue()
    {
        var resolution = await InFolderAsync(Repository.Root, ReadmeSample.Run);

        Assert.Equal(Outcome.Answered, resolution.Outcome);
        Assert.NotNull(resolution.Explanation.Winner);
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
            if (!path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.StartsWith("artifacts/", StringComparison.Ordinal))
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

    // The samples name folders as an application there would.
    private static async Task<T> InFolderAsync<T>(string folder, Func<Task<T>> run)
    {
        var current = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder);
        try
        {
            return await run();
        }
        finally
        {
            Directory.SetCurrentDirectory(current);
        }
    }

    // How deep a line stands in its file does not matter; who may see a type neither.
    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Block(string language, int place = 0)
    {
        var blocks = Repository.Read("README.md").Split($"```{language}\n");
        Assert.True(place + 1 < blocks.Length, $"README.md has no {language} block {place}.");
        return blocks[place + 1].Split("```")[0];
    }

    private sealed class Accounts : IAccounts
    {
        public List<string> Unlocked { get; } = [];

        public Task<bool> UnlockAsync(string user, string key, CancellationToken cancellationToken)
        {
            Unlocked.Add(user);
            return Task.FromResult(true);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
