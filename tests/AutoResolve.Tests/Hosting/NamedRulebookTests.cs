using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Sources;
using AutoResolve.Testing;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AutoResolve.Tests.Hosting;

/// <summary>Several rulebooks in one host, each with plug-ins and options of its own.</summary>
public sealed class NamedRulebookTests
{
    [Fact]
    public async Task Resolve_TwoNamesAndOneWithout_EachDecidesByItsOwnRules()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve().UseRules(Rules("plain"));
        services.AddAutoResolve("red", _ => { }).UseRules(Rules("red-rule"));
        services.AddAutoResolve("blue", options => options.MaxTextLength = 3).UseRules(Rules("blue-rule"));
        await using var provider = Build(services);

        Assert.Equal("plain", await WinnerAsync(provider.GetRequiredService<IIssueResolver>()));
        Assert.Equal("red-rule", await WinnerAsync(provider.GetRequiredKeyedService<IIssueResolver>("red")));
        Assert.Null(await WinnerAsync(provider.GetRequiredKeyedService<IIssueResolver>("blue")));
        Assert.Equal("blue-rule", Assert.Single(provider.GetRequiredKeyedService<IRulebookMonitor>("blue").Current.Rules).Id);
        Assert.Null(provider.GetKeyedService<IIssueResolver>("green"));
    }

    [Fact]
    public async Task Process_TwoNames_EachUsesItsOwnJournalChannelAndHandlers()
    {
        const string Fix = """{ "outcome": "fix", "actions": [ { "do": "unlock" } ] }""";
        FakeTicketSystem red = new(),
            blue = new();
        UnlockHandler unlock = new();
        var services = new ServiceCollection();
        services
            .AddKeyedSingleton<ITicketSystem>("red", red)
            .AddKeyedSingleton<ITicketSystem>("blue", blue)
            .AddKeyedSingleton("red", unlock);
        services
            .AddAutoResolve("red", _ => { })
            .UseRules(Rules("r", Fix))
            .AddTicketSystem<FakeTicketSystem>()
            .AddHandler<UnlockHandler>()
            .UseInMemoryJournal();
        services.AddAutoResolve("blue", _ => { }).UseRules(Rules("b", Fix)).AddTicketSystem<FakeTicketSystem>().UseInMemoryJournal();
        await using var provider = Build(services);

        var fixedByRed = await ProcessAsync(provider, "red");
        var escalatedByBlue = await ProcessAsync(provider, "blue");

        Assert.Equal((Outcome.Fixed, Outcome.Escalated), (fixedByRed.Outcome, escalatedByBlue.Outcome));
        Assert.Single(unlock.Calls);
        Assert.Empty(red.Done);
        Assert.Equal(TicketCallKind.Escalate, Assert.Single(blue.Done).Kind);
        Assert.NotSame(provider.GetRequiredKeyedService<IJournal>("red"), provider.GetRequiredKeyedService<IJournal>("blue"));
        Assert.NotSame(provider.GetRequiredKeyedService<IKillSwitch>("red"), provider.GetRequiredKeyedService<IKillSwitch>("blue"));
    }

    [Fact]
    public async Task Process_NameWithoutAJournalBesideOneThatHasIt_DoesNotBorrowIt()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve().UseRules(Rules("a")).UseInMemoryJournal();
        services.AddAutoResolve("red", _ => { }).UseRules(Rules("b"));
        await using var provider = Build(services);

        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IIssueProcessor>("red"));

        Assert.StartsWith("Issues are processed only with a journal.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugin_OfAName_GetsTheHostsServicesAndItsOwnRulebooks()
    {
        var services = new ServiceCollection().AddSingleton(new Elsewhere("the host's"));
        services
            .AddAutoResolve("red", options => options.FactTimeout = TimeSpan.FromSeconds(7))
            .UseRules(Rules("a"))
            .AddFactProvider<Asking>();
        await using var provider = Build(services);

        await using var scope = provider.CreateAsyncScope();
        var asking = scope.ServiceProvider.GetRequiredKeyedService<Asking>("red");

        Assert.Equal(("the host's", TimeSpan.FromSeconds(7)), (asking.Elsewhere.Name, asking.Options.CurrentValue.FactTimeout));
        Assert.Same(provider.GetRequiredKeyedService<IRulebookMonitor>("red"), asking.Services.GetRequiredService<IRulebookMonitor>());
    }

    [Fact]
    public async Task Plugin_OfANameThatNeedsAScope_GetsOneForEachCall()
    {
        var set = SomeRules.Set(
            "one",
            """ "facts": { "incident": "Id of the open incident" }, """,
            SomeRules.Rule("a", when: """{ "fact": "incident", "equals": "7" }""")
        );
        var scopes = new List<Scoped>();
        var services = new ServiceCollection().AddSingleton(scopes).AddScoped<Scoped>();
        services
            .AddAutoResolve("red", _ => { })
            .UseRules(RuleSource.Memory(new RuleSourceFile("one.json", set.Content)))
            .AddFactProvider<AskingInAScope>();
        await using var provider = Build(services);
        var resolver = provider.GetRequiredKeyedService<IIssueResolver>("red");

        Assert.Equal("a", await WinnerAsync(resolver));
        Assert.Equal("a", await WinnerAsync(resolver));

        Assert.Equal(2, scopes.Count);
        Assert.All(scopes, scope => Assert.True(scope.IsDisposed));
    }

    [Fact]
    public void Options_OfANameAndItsHandlers_AreCalledByIt()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", options => options.MaxTextLength = 7).AddHandler<UnlockHandler>(options => options.MaxRetries = 9);
        services.Configure<ActionOptions>("red", options => options.DryRun = true);
        using var provider = Build(services);

        Assert.Equal(7, provider.GetRequiredService<IOptionsMonitor<AutoResolveOptions>>().Get("red").MaxTextLength);
        Assert.True(provider.GetRequiredKeyedService<IOptionsMonitor<ActionOptions>>("red").CurrentValue.DryRun);
        Assert.False(provider.GetRequiredService<IOptionsMonitor<ActionOptions>>().CurrentValue.DryRun);
        var handlers = provider.GetRequiredKeyedService<IOptionsMonitor<HandlerOptions>>("red");
        Assert.Equal(9, handlers.Get(typeof(UnlockHandler).FullName).MaxRetries);
    }

    [Fact]
    public void Add_OneNameTwice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", _ => { });

        var exception = Assert.Throws<InvalidOperationException>(() => services.AddAutoResolve("red", _ => { }));

        Assert.StartsWith("AddAutoResolve is called twice with the name 'red'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_RulesOfOneNameBroken_DoesNotStartAndSaysWhich()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAutoResolve("red", _ => { }).UseRules(Rules("a"));
        builder.Services.AddAutoResolve("blue", _ => { }).UseRules(RuleSource.Memory(new RuleSourceFile("bad.json", "{")));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<RulebookException>(() => host.StartAsync());

        Assert.Contains("bad.json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WrongOptionsOfSeveralNames_AreToldAtOnce()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAutoResolve(options => options.MaxTextLength = 0).AddHandler<UnlockHandler>(options => options.MaxRetries = -1);
        builder.Services.AddAutoResolve("red", options => options.MaxTextLength = -1);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "AutoResolveOptions: MaxTextLength is 0; it must be at least 1.",
                $"HandlerOptions '{typeof(UnlockHandler).FullName}': MaxRetries is -1; it must be 0 to 100.",
                "AutoResolveOptions 'red': MaxTextLength is -1; it must be at least 1.",
            ],
            exception.Failures
        );
    }

    [Fact]
    public async Task Host_BrokenRulesOfSeveralNames_AreToldAtOnce()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAutoResolve("red", _ => { }).UseRules(RuleSource.Memory(new RuleSourceFile("red.json", "{")));
        builder.Services.AddAutoResolve("blue", _ => { }).UseRules(RuleSource.Memory(new RuleSourceFile("blue.json", "{")));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<RulebookException>(() => host.StartAsync());

        Assert.Contains("red.json", exception.Message, StringComparison.Ordinal);
        Assert.Contains("blue.json", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["red.json", "blue.json"], exception.Diagnostics.Select(problem => problem.File));
    }

    [Fact]
    public void Resolver_WithoutAName_SaysWhichThereAre()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", _ => { }).UseRules(Rules("a"));
        using (var provider = Build(services))
        {
            Assert.Equal(
                "There is no IIssueResolver of a rulebook without a name. It has the rulebook 'red'. Ask for one by its name: "
                    + "GetRequiredKeyedService<IIssueResolver>(\"red\"), or [FromKeyedServices] with a parameter.",
                Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IIssueResolver>).Message
            );
        }

        services.AddAutoResolve().UseRules(Rules("a"));
        services.AddAutoResolve("blue", _ => { }).UseRules(Rules("a"));
        using (var provider = Build(services))
            Assert.NotNull(provider.GetRequiredService<IIssueResolver>());
    }

    [Theory]
    [InlineData("blu", "The health check is for the rulebook 'blu', which the host does not have. It has the rulebook 'red'.")]
    [InlineData(null, "The health check is for the rulebook without a name, which the host does not have. It has the rulebook 'red'.")]
    public async Task Health_OfARulebookThatIsNotThere_SaysWhichThereAre(string? rulebook, string message)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", _ => { }).UseRules(Rules("a"));
        services.AddHealthChecks().AddAutoResolve(rulebook: rulebook);
        await using var provider = Build(services);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()
        );

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task Health_OfAName_IsThatOfItsRulebook()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", _ => { }).UseRules(RuleSource.Memory(new RuleSourceFile("bad.json", "{")));
        services.AddAutoResolve("blue", _ => { }).UseRules(Rules("b"));
        services.AddHealthChecks().AddAutoResolve("red", rulebook: "red").AddAutoResolve("blue", rulebook: "blue");
        await using var provider = Build(services);

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Healthy), (report.Entries["red"].Status, report.Entries["blue"].Status));
    }

    [Fact]
    public async Task Health_SourceThatCannotBeWatched_IsDegraded()
    {
        var set = SomeRules.Set("one", "", SomeRules.Rule("a"));
        using var source = new ScriptedSource
        {
            Files = { new RuleSourceFile("one.json", set.Content) },
            Watching = () => throw new IOException("Too many watches."),
        };
        var services = new ServiceCollection();
        services.AddAutoResolve().UseRules(source);
        services.AddHealthChecks().AddAutoResolve();
        await using var provider = Build(services);

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.StartsWith(
            "The source of the rules cannot be watched;",
            report.Entries["autoresolve"].Description,
            StringComparison.Ordinal
        );
    }

    private static ServiceProvider Build(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static IRuleSource Rules(string id, string then = SomeRules.Route)
    {
        var set = SomeRules.Set("one", """ "handlers": { "unlock": "Unlocks" }, """, SomeRules.Rule(id, then));
        return RuleSource.Memory(new RuleSourceFile("one.json", set.Content));
    }

    private static async Task<string?> WinnerAsync(IIssueResolver resolver) =>
        (await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule?.Id;

    private static async Task<Disposition> ProcessAsync(IServiceProvider provider, string name) =>
        await provider.GetRequiredKeyedService<IIssueProcessor>(name).ProcessAsync(SomeRules.Issue("alpha"));

    private sealed record Elsewhere(string Name);

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class AskingInAScope(Scoped scope, List<Scoped> scopes) : IFactProvider
    {
        public IReadOnlyCollection<string> Names => ["incident"];

        public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken)
        {
            scopes.Add(scope);
            return new(scope.IsDisposed ? null : "7");
        }
    }

    private sealed class Asking(Elsewhere elsewhere, IOptionsMonitor<AutoResolveOptions> options, IServiceProvider services) : IFactProvider
    {
        public Elsewhere Elsewhere => elsewhere;

        public IOptionsMonitor<AutoResolveOptions> Options => options;

        public IServiceProvider Services => services;

        public IReadOnlyCollection<string> Names => ["incident"];

        public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) => new("none");
    }
}
