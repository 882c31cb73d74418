using AutoResolve.Expressions;
using AutoResolve.Sources;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.Hosting;

/// <summary>Who may have expressions in a host, and what reads them.</summary>
public sealed class ExpressionHostTests
{
    private const string When = """{ "expression": "issue.Text.Length == 5" }""";

    private static readonly IRuleSource Rules = RuleSource.Memory(
        new RuleSourceFile("one.json", SomeRules.Set("one", "", SomeRules.Rule("a", when: When)).Content)
    );

    [Fact]
    public async Task Resolve_WithAParser_DecidesByExpressions()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve().UseRules(Rules).UseExpressions(RulesEngineExpressions.Parser);
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull((await provider.GetRequiredService<IIssueResolver>().ResolveAsync(SomeRules.Issue("alpha"))).Rule);
    }

    [Fact]
    public async Task Load_OfSeveralNames_EachHasTheParserThatItWasGiven()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve("red", _ => { }).UseRules(Rules).UseExpressions(RulesEngineExpressions.Parser);
        services.AddAutoResolve("blue", _ => { }).UseRules(Rules);
        services.AddAutoResolve("green", options => options.Rulebook.AllowExpressions = true).UseRules(Rules);
        await using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredKeyedService<IRulebookMonitor>("red").Current.Rules);
        Assert.Equal("AR3011", CodeOf(provider, "blue"));
        Assert.Equal("AR3021", CodeOf(provider, "green"));
    }

    [Fact]
    public async Task Load_WhereConfigurationForbidsExpressions_IsRefusedAlthoughThereIsAParser()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AutoResolve:Rulebook:AllowExpressions", "false")])
            .Build()
            .GetSection("AutoResolve");
        var services = new ServiceCollection();
        services.AddAutoResolve("red", configuration).UseRules(Rules).UseExpressions(RulesEngineExpressions.Parser);
        services
            .AddAutoResolve("blue", options => options.Rulebook.AllowExpressions = false)
            .UseRules(Rules)
            .UseExpressions(RulesEngineExpressions.Parser);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("AR3011", CodeOf(provider, "red"));
        Assert.Equal("AR3011", CodeOf(provider, "blue"));
    }

    private static string CodeOf(IServiceProvider provider, string name) =>
        Assert
            .Single(Assert.Throws<RulebookException>(() => provider.GetRequiredKeyedService<IRulebookMonitor>(name).Current).Diagnostics)
            .Code;
}
