using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Actions;
using AutoResolve.Rules;
using AutoResolve.Testing;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve.Tests.Docs;

[Collection(CurrentDirectory.Name)]
public sealed class ReadmeTests
{
    private const string Readme = "README.md";
    private const string Guide = "src/docs/cases.md";
    private const string Rules = "src/docs/rules.md";

    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking);

    [Theory]
    [InlineData(Readme, 0, "ReadmeSample.cs")]
    [InlineData(Readme, 1, "ReadmeHandler.cs")]
    [InlineData(Readme, 2, "ReadmeHost.cs")]
    [InlineData(Readme, 3, "ReadmeSharing.cs")]
    [InlineData(Readme, 4, "ReadmeTurns.cs")]
    [InlineData(Readme, 5, "ReadmeTesting.cs")]
    [InlineData(Guide, 0, "CasesSamples.cs")]
    [InlineData(Guide, 1, "CasesSamples.cs")]
    [InlineData(Guide, 2, "CasesSamples.cs")]
    [InlineData(Guide, 3, "CasesSamples.cs")]
    [InlineData(Guide, 4, "CasesSamples.cs")]
    [InlineData(Guide, 5, "CasesSamples.cs")]
    [InlineData(Guide, 6, "CasesPlugIns.cs")]
    [InlineData(Guide, 7, "CasesPlugIns.cs")]
    [InlineData(Guide, 8, "CasesContractTests.cs")]
    [InlineData(Rules, 0, "RulesSamples.cs")]
    [InlineData(Rules, 1, "RulesSamples.cs")]
    [InlineData(Rules, 2, "RulesSamples.cs")]
    [InlineData(Rules, 3, "RulesSamples.cs")]
    [InlineData(Rules, 4, "RulesSamples.cs")]
    [InlineData(Rules, 5, "RulesSamples.cs")]
    [InlineData(Rules, 6, "RulesSamples.cs")]
    [InlineData(Rules, 7, "RulesTestsSample.cs")]
    [InlineData(Rules, 8, "RulesSamples.cs")]
    [InlineData(Rules, 9, "RulesSamples.cs")]
    public void Code_OfThePage_IsTheCompiledSample(string page, int block, string file)
    {
        var sample = Lines(Repository.Read($"tests/AutoResolve.Tests/Docs/{file}"));
        var lines = Lines(Block(page, "csharp", block));

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(sample, one => one == line || one == "internal " + line));
    }

    [Fact]
    public async Task Handler_OfTheReadme_UnlocksTheAccount()
    {
        using var rules = new RulesOnDisk(SomeRules.Rule("alpha", """
            { "outcome": "fix", "actions": [ { "do": "unlock-account",
              "with": { "id": "{{ issue.fields.userId }}" } } ] }
            """));
        var accounts = new Accounts();
        var issue = SomeRules.Issue("alpha", fields: [("userId", "u-7")]);
        Task<Disposition> Run() => ReadmeHost.Run(new ServiceCollection().AddSingleton<IAccounts>(accounts), issue);

        var dispositions = await InFolderAsync(rules.Root, async () => new[] { await Run(), await Run() });

        Assert.Equal([(Outcome.Fixed, false), (Outcome.Fixed, true)], dispositions.Select(one => (one.Outcome, one.IsDuplicate)));
        Assert.Equal(["u-7"], accounts.Unlocked);
    }

    [Fact]
    public async Task Turns_OfTheReadme_AreOneCase()
    {
        using var rules = new RulesOnDisk();
        rules.WriteText("one.json", Encoding.UTF8.GetString(SomeRules.Set(
            "one",
            """ "questions": { "device": { "field": "device", "say": { "en": "Which device?" } } },""",
            SomeRules.Rule(
                "form",
                """{ "outcome": "route", "team": "forms", "ask": [{ "question": "device", "blocking": true }] }""",
                """{ "anyOf": ["form"] }""")).Content.Span));
        var (channel, tickets) = (new FakeAnswerChannel(), new FakeTicketSystem());
        var services = new ServiceCollection().AddSingleton<IAnswerChannel>(channel).AddSingleton<ITicketSystem>(tickets);
        services.AddAutoResolve(options => options.RulesFolder = rules.Folder)
            .AddAnswerChannel<FakeAnswerChannel>()
            .AddTicketSystem<FakeTicketSystem>()
            .UseInMemoryJournal();
        await using var provider = services.BuildServiceProvider();

        var (asked, routed) = await ReadmeTurns.Run(provider.GetRequiredService<IIssueProcessor>());

        Assert.Equal((Outcome.Asked, Outcome.Routed), (asked.Outcome, routed.Outcome));
        Assert.Equal("1017", Assert.Single(channel.Sent).Case.IssueId);
        Assert.Equal(("1017", "forms"), (Assert.Single(tickets.Done).Case.IssueId, tickets.Done[0].Team));
    }

    [Fact]
    public async Task Test_OfTheReadme_Passes()
    {
        using var rules = new RulesOnDisk(SomeRules.Rule("alpha"));

        await InFolderAsync(rules.Root, async () =>
        {
            await ReadmeTesting.Run(new ServiceCollection());
            return true;
        });
    }

    [Fact]
    public async Task Code_OfTheReadme_DecidesItsIssue()
    {
        var (resolution, explanation) = await InFolderAsync(Repository.Root, ReadmeSample.Run);

        Assert.Equal(Outcome.Answered, resolution.Outcome);
        Assert.Equal(resolution.Rule, explanation.Winner?.Rule);
        Assert.Equal(resolution, explanation.Resolution);
    }

    [Fact]
    public void Rule_OfTheReadme_LoadsWithoutARemark()
    {
        var file = new RuleFile("documents.json", Encoding.UTF8.GetBytes(Block(Readme, "json")));

        var result = Rulebook.TryLoad([file], new RulebookOptions(), new Clock());

        Assert.Empty(result.Diagnostics);
        Assert.Equal("pdf-help.please-wait", Assert.Single(result.Rulebook!.Rules).Id);
    }

    [Fact]
    public void Settings_OfTheGuide_AreAllHeard()
    {
        var json = new MemoryStream(Encoding.UTF8.GetBytes(Block(Rules, "json")));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        RulesSamples.Settings(services, configuration);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value;
        var unlock = provider.GetRequiredService<IOptionsMonitor<HandlerOptions>>().Get(typeof(ReadmeHandler.UnlockAccount).FullName);

        Assert.Equal(("/srv/rules", TimeSpan.FromSeconds(1)), (options.RulesFolder, options.FactTimeout));
        Assert.Equal("en-US", options.Rulebook.DefaultLocale);
        Assert.Equal(AnswerFormat.Markdown, options.ChannelFormats["email"]);
        Assert.Equal(OperatingMode.Suggest, provider.GetRequiredService<IOptions<ActionOptions>>().Value.Mode);
        Assert.Equal(TimeSpan.FromSeconds(5), unlock.AttemptTimeout);
    }

    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string>();
        foreach (var page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Repository.Root, page).Replace('\\', '/');
            if (
                !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal)
                && !path.StartsWith("artifacts/", StringComparison.Ordinal)
            )
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

    private static string Block(string page, string language, int place = 0)
    {
        var blocks = Repository.Read(page).Split($"```{language}\n");
        Assert.True(place + 1 < blocks.Length, $"{page} has no {language} block {place}.");
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
