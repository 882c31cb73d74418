using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Rulebooks with names, whose plug-ins are keyed services.</summary>
public sealed class NamedScopeTests : IDisposable
{
    private const string Fix = """{ "outcome": "fix", "answer": { "en": "It is fixed." }, "actions": [ { "do": "fix" } ] }""";

    private readonly RulesOnDisk _rules = new(SomeRules.Rule("alpha", Fix));

    public void Dispose() => _rules.Dispose();

    [Fact]
    public async Task Process_TwoRulebooks_EachHasItsOwnLifetimes()
    {
        var log = new DbLog();
        var services = new ServiceCollection().AddSingleton(log).AddSingleton(new DbScript()).AddScoped<Db>();
        Add(services, "scoped").AddHandler<DbHandler>().AddAnswerChannel<DbChannel>();
        Add(services, "single").AddHandler<OneForAllHandler>(lifetime: ServiceLifetime.Singleton);
        await using var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );

        var scoped = await ProcessAsync(provider, "scoped", "1");
        await ProcessAsync(provider, "single", "1");
        var single = await ProcessAsync(provider, "single", "2");

        Assert.Equal((Outcome.Fixed, "Call 2."), (scoped.Outcome, single.Actions[0].Message));
        Assert.Equal(["fix", "verify", "send"], log.Users);
        log.AssertOneACall();
    }

    private static async Task<Disposition> ProcessAsync(ServiceProvider provider, string rulebook, string id) =>
        await provider.GetRequiredKeyedService<IIssueProcessor>(rulebook).ProcessAsync(new Issue { Id = id, Text = "alpha" });

    private AutoResolveBuilder Add(IServiceCollection services, string name) =>
        services
            .AddAutoResolve(name, options => (options.RulesFolder, options.ReloadOnChange) = (_rules.Folder, false))
            .UseInMemoryJournal();
}
