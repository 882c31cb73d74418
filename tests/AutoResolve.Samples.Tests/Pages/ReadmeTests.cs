using System.Text;
using AutoResolve.Actions;
using AutoResolve.Sources;
using AutoResolve.Testing;
using AutoResolve.Tests.Docs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Snippets;

namespace AutoResolve.Samples.Tests.Pages;

/// <summary>The code and data on pages do what the text beside them says.</summary>
[Collection(CurrentDirectory.Name)]
public sealed class ReadmeTests
{
    [Fact]
    public async Task Handler_OfTheReadme_UnlocksTheAccount()
    {
        using var rules = new RulesInAFolder(
            """
            { "id": "alpha", "title": "About alpha", "type": "t/alpha", "status": "active", "when": { "anyOf": ["alpha"] },
              "then": { "outcome": "fix", "actions": [{ "do": "unlock-account", "with": { "id": "{{ issue.fields.userId }}" } }] } }
            """
        );
        var accounts = new Accounts();
        var issue = new Issue
        {
            Id = "1",
            Text = "alpha",
            Fields = new Dictionary<string, string> { ["userId"] = "u-7" },
        };
        Task<Disposition> Run() => ReadmeHost.Run(new ServiceCollection().AddSingleton<IAccounts>(accounts), issue);

        var dispositions = new[] { await Run(), await Run() };

        Assert.Equal([(Outcome.Fixed, false), (Outcome.Fixed, true)], dispositions.Select(one => (one.Outcome, one.IsDuplicate)));
        Assert.Equal(["u-7"], accounts.Unlocked);
    }

    [Fact]
    public async Task Turns_OfTheReadme_AreOneCase()
    {
        using var rules = new RulesInAFolder(
            """
            { "id": "form", "title": "About forms", "type": "t/form", "status": "active", "when": { "anyOf": ["form"] },
              "then": { "outcome": "route", "team": "forms", "ask": [{ "question": "device", "blocking": true }] } }
            """,
            """ "questions": { "device": { "field": "device", "say": { "en": "Which device?" } } },"""
        );
        var (channel, tickets) = (new FakeAnswerChannel(), new FakeTicketSystem());
        var services = new ServiceCollection().AddSingleton<IAnswerChannel>(channel).AddSingleton<ITicketSystem>(tickets);
        services
            .AddAutoResolve(options => options.RulesFolder = "rules")
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
        using var rules = new RulesInAFolder(
            """
            { "id": "alpha", "title": "About alpha", "type": "t/alpha", "status": "active", "when": { "anyOf": ["alpha"] },
              "then": { "outcome": "route", "team": "payments" } }
            """
        );

        await ReadmeTesting.Run(new ServiceCollection());
    }

    [Fact]
    public async Task Code_OfTheReadme_DecidesItsIssue()
    {
        var current = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Repository.Root);
        var (resolution, explanation) = await ReadmeSample.Run();
        Directory.SetCurrentDirectory(current);

        Assert.Equal(Outcome.Answered, resolution.Outcome);
        Assert.Equal(resolution.Rule, explanation.Winner?.Rule);
        Assert.Equal(resolution, explanation.Resolution);
    }

    [Fact]
    public async Task Rule_OfTheReadme_LoadsWithoutARemark()
    {
        var source = RuleSource.Memory(new RuleSourceFile("documents.json", Json("README.md")));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

        var result = await Rulebook.TryLoadAsync(source, timeProvider: clock);

        Assert.Empty(result.Diagnostics);
        Assert.Equal("pdf-help.please-wait", Assert.Single(result.Rulebook!.Rules).Id);
    }

    [Fact]
    public void Settings_OfTheGuide_AreAllHeard()
    {
        var json = new MemoryStream(Encoding.UTF8.GetBytes(Json("src/docs/rules.md")));
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

    private static string Json(string page) => Repository.Read(page).Split("```json\n")[1].Split("```")[0];

    private sealed class Accounts : IAccounts
    {
        public List<string> Unlocked { get; } = [];

        public Task<bool> UnlockAsync(string id, string key, CancellationToken cancellationToken)
        {
            Unlocked.Add(id);
            return Task.FromResult(true);
        }
    }
}
