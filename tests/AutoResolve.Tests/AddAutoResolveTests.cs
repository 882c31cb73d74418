using AutoResolve.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests;

public sealed class AddAutoResolveTests : IDisposable
{
    private readonly RulesOnDisk _rules = new(SomeRules.Rule("a"));

    public void Dispose() => _rules.Dispose();

    [Fact]
    public async Task Add_WithoutAHost_ResolvesOnFirstUse()
    {
        await using var provider = Services()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var resolution = await provider.GetRequiredService<IIssueResolver>().ResolveAsync(SomeRules.Issue("alpha"));

        Assert.Equal("a", resolution.Rule?.Id);
        Assert.Equal(provider.GetRequiredService<IRulebookMonitor>().Current.Revision, resolution.RulebookRevision);
    }

    [Fact]
    public void Add_TwiceWithoutAName_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve();

        var exception = Assert.Throws<InvalidOperationException>(() => services.AddAutoResolve(options => options.MaxTextLength = 5));

        Assert.StartsWith("AddAutoResolve is called twice without a name. Call it once,", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddFactProvider_Twice_AddsItOnce()
    {
        var services = new ServiceCollection().AddAutoResolve().AddFactProvider<Facts>().AddFactProvider<Facts>().Services;

        Assert.Single(services, service => service.ServiceType == typeof(Facts));
    }

    [Fact]
    public void Add_Clock_IsTheHostsOwn()
    {
        var time = new FakeTimeProvider();
        using var provider = Services().AddSingleton<TimeProvider>(time).BuildServiceProvider();

        Assert.Same(time, provider.GetRequiredService<TimeProvider>());
        using var plain = Services().BuildServiceProvider();
        Assert.Same(TimeProvider.System, plain.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Host_SoundRules_LoadsThemAtStart()
    {
        using var host = Host();

        await host.StartAsync();

        var resolution = await host.Services.GetRequiredService<IIssueResolver>().ResolveAsync(SomeRules.Issue("alpha"));
        Assert.Equal("a", resolution.Rule?.Id);
        await host.StopAsync();
    }

    [Fact]
    public async Task Host_BrokenRules_DoesNotStart()
    {
        _rules.WriteText("one.json", "{ \"set\": 1 }");
        using var host = Host();

        var exception = await Assert.ThrowsAsync<RulebookException>(() => host.StartAsync());

        Assert.Contains("one.json:1:10 AR1011", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_TwoProvidersOfAFact_DoesNotStart()
    {
        using var host = Host(builder => builder.AddFactProvider<Facts>().AddFactProvider<SameFacts>());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("The fact 'incident' has two providers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AllWrong_AreToldTogether()
    {
        var services = new ServiceCollection();
        services
            .AddAutoResolve(options =>
            {
                options.RulesFolder = " ";
                options.PollInterval = TimeSpan.Zero;
                options.MaxTextLength = 0;
                options.FactTimeout = TimeSpan.Zero;
                options.Rulebook.MaxFileBytes = 0;
                options.Rulebook.SourceTimeout = TimeSpan.Zero;
                options.Rulebook.DefaultLocale = " ";
                options.Rulebook.Handlers = ["Bad Name", "unlock"];
                options.ChannelFormats["web"] = (AnswerFormat)9;
            })
            .AddWebhook();
        services.Configure<ActionOptions>(options => options.MaxConcurrentCases = 0);
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IIssueResolver>());

        Assert.Equal(
            [
                "AutoResolveOptions: RulesFolder is empty; it must be a folder.",
                "AutoResolveOptions: PollInterval is 00:00:00; it must be 00:00:00.1000000 to 1.00:00:00.",
                "AutoResolveOptions: MaxTextLength is 0; it must be at least 1.",
                "AutoResolveOptions: FactTimeout is 00:00:00; it must be longer than zero, at most 1.00:00:00.",
                "AutoResolveOptions: Rulebook.MaxFileBytes is 0; it must be 1 to 2147483647.",
                "AutoResolveOptions: Rulebook.SourceTimeout is 00:00:00; it must be longer than zero, at most 1.00:00:00.",
                "AutoResolveOptions: Rulebook.DefaultLocale is ' '; it must be a language, such as en or es-MX.",
                "AutoResolveOptions: Rulebook.Handlers has 'Bad Name'; a handler's name has letters, digits, "
                    + "dashes, dots and underscores, "
                    + "beginning with a letter, such as clear-sessions.",
                "AutoResolveOptions: ChannelFormats has 9 for 'web'; it must be one of PlainText, Html, Markdown.",
                "ActionOptions: MaxConcurrentCases is 0; it must be at least 1.",
                "WebhookOptions: Secret has 0 bytes; it must have at least 32.",
                "WebhookOptions: AllowedHosts is empty; list the hosts that may be called.",
            ],
            exception.Failures
        );
    }

    [Fact]
    public void Options_Defaults_AreAsDocumented()
    {
        var options = new AutoResolveOptions();

        Assert.Equal(
            ("rules", 100_000, TimeSpan.FromSeconds(2), true),
            (options.RulesFolder, options.MaxTextLength, options.FactTimeout, options.ReloadOnChange)
        );
        Assert.Equal(AnswerFormat.Html, options.ChannelFormats["WEB"]);
        Assert.Equal(["portal", "web"], options.ChannelFormats.Keys.Order());
    }

    [Fact]
    public async Task Facts_OfAnAddedProvider_AreLookedUp()
    {
        _rules.WriteText(
            "facts.json",
            """
            { "set": "facts", "title": "F", "owner": "o", "facts": { "incident": "Open incident" },
              "rules": [ { "id": "f", "title": "F", "type": "f", "status": "active",
                "when": { "fact": "incident", "equals": "7" }, "then": { "outcome": "ignore" } } ] }
            """
        );
        var builder = new ServiceCollection().AddAutoResolve(options => options.RulesFolder = _rules.Folder).AddFactProvider<Facts>();
        await using var provider = builder.Services.BuildServiceProvider();

        Assert.Equal("f", (await provider.GetRequiredService<IIssueResolver>().ResolveAsync(SomeRules.Issue("nothing else"))).Rule?.Id);
    }

    private ServiceCollection Services(Action<AutoResolveOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve(options =>
        {
            (options.RulesFolder, options.ReloadOnChange) = (_rules.Folder, false);
            configure?.Invoke(options);
        });
        return services;
    }

    // The folder is relative: it starts at the content root.
    private IHost Host(Action<AutoResolveBuilder>? more = null)
    {
        var host = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = _rules.Root }
        );
        var builder = host.Services.AddAutoResolve(options => options.RulesFolder = "rules");
        more?.Invoke(builder);
        return host.Build();
    }

    private class Facts : IFactProvider
    {
        public IReadOnlyCollection<string> Names => ["incident"];

        public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) => new("7");
    }

    private sealed class SameFacts : Facts;
}
