using AutoResolve.Actions;
using AutoResolve.Decisions;
using AutoResolve.Decisions.Signatures;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Testing;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Docs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Snippets;

namespace AutoResolve.Tests.Hosting;

/// <summary>Rules that name handlers which the host does not have.</summary>
public sealed class MissingHandlerTests
{
    private const string Fix = """{ "outcome": "fix", "actions": [ { "do": "unlock" }, { "do": "erase" } ] }""";
    private const string Declared = """ "handlers": { "unlock": "Unlocks", "erase": "Erases" }, """;

    // The shipped rules and the example of the README beside them. Which handlers a host has changes nothing but what rules plan, so they are
    // compiled once for all hosts.
    private static readonly Lazy<Rulebook> Shipped = new(LoadShipped);

    [Fact]
    public async Task Resolve_HandlerMissing_GoesToAPersonAndSaysWhy()
    {
        await using var provider = Build(builder => builder.AddHandler<UnlockHandler>());

        var resolution = await ResolveAsync(provider);

        Assert.Equal((Outcome.Escalated, ResolutionReason.HandlerMissing), (resolution.Outcome, resolution.Reason));
        Assert.Equal("a", resolution.Rule?.Id);
        Assert.Empty(resolution.Actions);
        Assert.Null(resolution.Answer);
        Assert.Contains(
            "The host has no handler for what it does (erase), so it escalates to team support.",
            resolution.Summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Load_HandlerMissing_WarnsOnceWithWhatToDo()
    {
        await using var provider = Build(builder => builder.AddHandler<UnlockHandler>());

        var rulebook = provider.GetRequiredService<IRulebookMonitor>().Current;

        var warning = Assert.Single(rulebook.Diagnostics, diagnostic => diagnostic.Code == "AR3039");
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        var logged = provider.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Contains(
            "handlers that the host does not have: erase. What these rules win goes to a person. Register the handlers (AddHandler)",
            Assert.Single(logged, record => record.Level == LogLevel.Warning).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Resolve_HostThatOnlyDecides_PlansTheActions()
    {
        await using var provider = Build(_ => { });

        var resolution = await ResolveAsync(provider);

        Assert.Equal(Outcome.Fixed, resolution.Outcome);
        Assert.Equal(["unlock", "erase"], resolution.Actions.Select(action => action.Handler));
    }

    [Fact]
    public async Task Resolve_HandlerThatTheHostCarriesOutItself_IsPlanned()
    {
        await using var provider = Build(builder => builder.AddHandler<UnlockHandler>(), options => options.Rulebook.Handlers = ["erase"]);

        Assert.Equal(Outcome.Fixed, (await ResolveAsync(provider)).Outcome);
    }

    [Fact]
    public async Task Load_HandlerThatNobodyKnows_IsAnError()
    {
        await using var provider = Build(
            builder => builder.AddHandler<UnlockHandler>(),
            declared: """ "handlers": { "erase": "Erases" }, """,
            rule: """{ "outcome": "fix", "actions": [ { "do": "unlok" } ] }"""
        );

        var exception = Assert.Throws<RulebookException>(() => provider.GetRequiredService<IIssueResolver>());

        Assert.Contains(
            "AR3034 There is no handler 'unlok'. The host has not registered it, and no rule file declares it; "
                + "correct the name, or have it registered. Did you mean 'unlock'?",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Process_HandlerMissing_TellsAPersonAndReplaysTheSame()
    {
        var tickets = new FakeTicketSystem();
        await using var provider = Build(
            builder => builder.AddTicketSystem<FakeTicketSystem>().UseInMemoryJournal(),
            services: new ServiceCollection().AddSingleton<ITicketSystem>(tickets)
        );

        var disposition = await provider.GetRequiredService<IIssueProcessor>().ProcessAsync(SomeRules.Issue("alpha"));

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Equal(TicketCallKind.Escalate, Assert.Single(tickets.Done).Kind);
        var journal = provider.GetRequiredService<IJournal>();
        await foreach (var decision in journal.ReadAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))
        {
            var replay = await new Replayer(journal).ReplayAsync(decision);
            Assert.Equal(ReplayResult.Same, replay.Result);
        }
    }

    [Theory]
    [InlineData("decides")]
    [InlineData("channel")]
    [InlineData("tickets")]
    [InlineData("readme")]
    public async Task ShippedRules_InAHostWithAnyHandlers_ArePlanned(string host)
    {
        var services = new ServiceCollection().AddSingleton<IAccounts>(new NoAccounts());
        var builder = services.AddAutoResolve();
        _ = host switch
        {
            "channel" => builder.AddAnswerChannel<FakeAnswerChannel>(),
            "tickets" => builder.AddTicketSystem<FakeTicketSystem>(),
            "readme" => builder.AddHandler<ReadmeHandler.UnlockAccount>(),
            _ => builder,
        };
        await using var provider = services.BuildServiceProvider();
        ActionSignature[] known = [.. provider.GetRequiredService<HandlerRegistry>().Handlers.Select(handler => handler.Signature)];
        List<Diagnostic> diagnostics = [];

        PlanCompiler.Compile(Shipped.Value.Sets, known.Length == 0 ? null : new HostHandlers([], known), diagnostics, threads: 1);

        var missing = diagnostics.Where(diagnostic => diagnostic.Code == "AR3039").Select(diagnostic => diagnostic.Message.Split('\'')[1]);
        Assert.Equal(host == "decides" ? [] : ["clear-sessions", "count-toward-defect"], missing.Distinct().Order());
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Readme_ExampleBesideTheShippedRules_Loads() =>
        Assert.Contains(Shipped.Value.Rules, rule => rule.Id == "pdf-help.please-wait");

    private static Rulebook LoadShipped()
    {
        var folder = Path.Combine(Repository.Root, "rules");
        var files = Directory
            .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(RuleSourceFile.IsRuleFile)
            .Select(path => new RuleSourceFile(path, File.ReadAllText(Path.Combine(folder, path))));
        var example = new RuleSourceFile("pdf-help.json", Repository.Read("README.md").Split("```json\n")[1].Split("```")[0]);
        var services = new ServiceCollection();
        services.AddAutoResolve().UseRules(RuleSource.Memory([.. files, example])).AddAnswerChannel<FakeAnswerChannel>();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IRulebookMonitor>().Current;
    }

    private static ServiceProvider Build(
        Action<AutoResolveBuilder> configure,
        Action<AutoResolveOptions>? options = null,
        string declared = Declared,
        string rule = Fix,
        IServiceCollection? services = null
    )
    {
        services ??= new ServiceCollection();
        services.AddLogging(logging => logging.AddFakeLogging());
        var builder = services.AddAutoResolve(options ?? (_ => { }));
        var set = SomeRules.Set("one", declared, SomeRules.Rule("a", rule));
        configure(builder.UseRules(RuleSource.Memory(new RuleSourceFile("one.json", set.Content))));
        return services.BuildServiceProvider();
    }

    private static async Task<Resolution> ResolveAsync(IServiceProvider provider) =>
        await provider.GetRequiredService<IIssueResolver>().ResolveAsync(SomeRules.Issue("alpha"));

    private sealed class NoAccounts : IAccounts
    {
        public Task<bool> UnlockAsync(string user, string key, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
