using AutoResolve.Actions;
using AutoResolve.Sources;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AutoResolve.Tests.Hosting;

/// <summary>What an integrator writes wrong in configuration is told at start, all at once, with its key.</summary>
public sealed class WrongSettingsTests
{
    [Fact]
    public void WrongTypesAndValues_AreToldTogether()
    {
        Assert.Equal(
            [
                "AutoResolveOptions: PollInterval is 00:00:00; it must be 00:00:00.1000000 to 1.00:00:00. "
                    + "Configuration key: AutoResolve:PollInterval.",
                "AutoResolveOptions: ChannelFormats:sms is 'Bold'; it must be one of PlainText, Html, Markdown. "
                    + "Configuration key: AutoResolve:ChannelFormats:sms.",
                "AutoResolveOptions: FactTimeout is 'soon'; it must be a length of time such as 00:00:05. "
                    + "Configuration key: AutoResolve:FactTimeout.",
                "AutoResolveOptions: MaxTextLength is 'many'; it must be a whole number that fits Int32. "
                    + "Configuration key: AutoResolve:MaxTextLength.",
                "AutoResolveOptions: ReloadOnChange is 'yes'; it must be true or false. Configuration key: AutoResolve:ReloadOnChange.",
                "AutoResolveOptions: Rulebook:MaxFileBytes is a section; it must be a whole number that fits Int64. "
                    + "Configuration key: AutoResolve:Rulebook:MaxFileBytes.",
                "ActionOptions: Lease is 02:00:00; it must be 00:00:01 to 01:00:00. Configuration key: AutoResolve:Actions:Lease.",
                $"HandlerOptions '{typeof(UnlockHandler).FullName}': MaxRetries is -1; it must be 0 to 100. "
                    + "Configuration key: AutoResolve:Handlers:Unlock:MaxRetries.",
                "SqliteJournalOptions: AppendTimeout is 'x'; it must be a length of time such as 00:00:05. "
                    + "Configuration key: AutoResolve:Journal:AppendTimeout.",
            ],
            Problems(
                new()
                {
                    ["FactTimeout"] = "soon",
                    ["MaxTextLength"] = "many",
                    ["ReloadOnChange"] = "yes",
                    ["PollInterval"] = "00:00:00",
                    ["ChannelFormats:sms"] = "Bold",
                    ["Rulebook:MaxFileBytes:Of"] = "3",
                    ["Actions:Lease"] = "02:00:00",
                    ["Handlers:Unlock:MaxRetries"] = "-1",
                    ["Journal:AppendTimeout"] = "x",
                }
            )
        );
    }

    [Theory]
    [InlineData(
        "FactTimeout",
        "5",
        "FactTimeout is '5'; a bare number would be days: write 00:00:05 for 5 seconds, or 5.00:00:00 for days."
    )]
    [InlineData("FactTimeout", "60.00:00:00", "FactTimeout is 60.00:00:00; it must be longer than zero, at most 1.00:00:00.")]
    [InlineData(
        "Rulebook:DefaultLocale",
        "not a language",
        "Rulebook.DefaultLocale is 'not a language'; it must be a language, such as en or es-MX."
    )]
    [InlineData("Rulebook", "en", "Rulebook is a value; it must be a section, with its settings below it.")]
    [InlineData(
        "ChannelFormats",
        "Html",
        "ChannelFormats is a value; it must be a section with an entry for each, such as AutoResolve:ChannelFormats:0."
    )]
    public void WrongValue_IsToldWithItsKey(string key, string value, string problem) =>
        Assert.Equal([$"AutoResolveOptions: {problem} Configuration key: AutoResolve:{key}."], Problems(new() { [key] = value }));

    [Theory]
    [InlineData("RuleFolder", "x", "AutoResolve:RuleFolder is no setting of AutoResolve. Did you mean 'RulesFolder'?")]
    [InlineData("Action:Mode", "Suggest", "AutoResolve:Action is no setting of AutoResolve. Did you mean 'Actions'?")]
    [InlineData("Handlers:Unlok:MaxRetries", "1", "AutoResolve:Handlers:Unlok is no setting of AutoResolve. Did you mean 'Unlock'?")]
    [InlineData(
        "Handlers:Unlock:MaxRetrys",
        "1",
        "AutoResolve:Handlers:Unlock:MaxRetrys is no setting of AutoResolve. Did you mean 'MaxRetries'?"
    )]
    [InlineData(
        "Journal:Apendtimeout",
        "1",
        "AutoResolve:Journal:Apendtimeout is no setting of AutoResolve. Did you mean 'AppendTimeout'?"
    )]
    [InlineData(
        "Rulebook:DefaultLocal",
        "en",
        "AutoResolve:Rulebook:DefaultLocal is no setting of AutoResolve. Did you mean 'DefaultLocale'?"
    )]
    [InlineData(
        "Rulebook:ExpressionParser",
        "x",
        "AutoResolve:Rulebook:ExpressionParser is no setting of AutoResolve. There can be: AllowExpressions, DefaultLocale, "
            + "Handlers, MaxFileBytes, ReadLanguage, SourceTimeout."
    )]
    [InlineData("Actions", "Suggest", "AutoResolve:Actions is a value; it must be a section, with its settings below it.")]
    [InlineData(
        "Actions:Colour",
        "red",
        "AutoResolve:Actions:Colour is no setting of AutoResolve. There can be: ApprovalExpiry, DryRun, EscalatesUnwritten, "
            + "Lease, MaxConcurrentCases, MaxWait, "
            + "Mode, RefreshInterval, SafetyCeiling, ShutdownTimeout, WaitForCase."
    )]
    public void UnknownKey_IsToldWithWhatWasMeant(string key, string value, string problem) =>
        Assert.Equal([problem], Problems(new() { [key] = value }));

    [Fact]
    public void SectionsOfWhatTheHostDoesNotHave_AreNoProblem()
    {
        using var provider = Build(
                new()
                {
                    ["Webhook:AllowedHosts:0"] = "hooks.example.org",
                    ["Handlers:Reply:MaxRetries"] = "1",
                    ["Mine:Colour"] = "red",
                },
                builder => builder.AddOptions<Mine>("Mine")
            )
            .BuildServiceProvider();

        _ = provider.GetRequiredService<IIssueResolver>();

        Assert.Equal("red", provider.GetRequiredService<IOptions<Mine>>().Value.Colour);
    }

    [Theory]
    [InlineData("AutoResolve:RulesFolder", true)]
    [InlineData("autoresolve:actions:Mode", true)]
    [InlineData("AutoResolve:north:RulesFolder", false)]
    public void WholeConfiguration_WithSettingsInASection_IsToldToGiveTheSection(string key, bool isTold)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve(new ConfigurationBuilder().AddInMemoryCollection([new(key, "Suggest")]).Build()).UseRules(Rules());
        using var provider = services.BuildServiceProvider();

        var problems = Record.Exception(provider.GetRequiredService<IIssueResolver>) is OptionsValidationException wrong
            ? wrong.Failures
            : [];

        Assert.Equal(isTold ? 1 : 0, problems.Count());
        Assert.All(problems, problem =>
            Assert.EndsWith("AddAutoResolve(configuration.GetSection(\"AutoResolve\")).", problem, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void WholeConfiguration_HasWhatIsNotAutoResolves()
    {
        var services = new ServiceCollection();
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Logging:LogLevel", "None"), new("Actions:Modus", "Suggest")])
            .Build();
        services.AddAutoResolve(root).UseRules(Rules());
        using var provider = services.BuildServiceProvider();

        var problem = Assert.Single(Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IIssueResolver>).Failures);

        Assert.StartsWith("Actions:Modus is no setting of AutoResolve.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WithAWrongJournal_TellsAllThatIsWrong()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("AutoResolve:Journal:AppendTimeout", "x"), new("AutoResolve:MaxTextLength", "0")]);
        builder.Services.AddAutoResolve(builder.Configuration.GetSection("AutoResolve")).UseRules(Rules()).UseSqliteJournal("unused.db");
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public void Code_BeforeAddAutoResolve_CountsOverConfiguration()
    {
        var services = new ServiceCollection();
        services.Configure<ActionOptions>(options => options.Mode = OperatingMode.Shadow);
        services.AddAutoResolve(Section(new() { ["Actions:Mode"] = "Suggest", ["Actions:DryRun"] = "true" }));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<ActionOptions>>().Value;

        Assert.Equal((OperatingMode.Shadow, true), (options.Mode, options.DryRun));
    }

    private static IEnumerable<string> Problems(Dictionary<string, string?> settings)
    {
        using var provider = Build(settings, builder => builder.AddHandler<UnlockHandler>().UseSqliteJournal("unused.db"))
            .BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IIssueResolver>).Failures;
    }

    private static ServiceCollection Build(Dictionary<string, string?> settings, Action<AutoResolveBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddAutoResolve(Section(settings)).UseRules(Rules()));
        return services;
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"AutoResolve:{setting.Key}", setting.Value)))
            .Build()
            .GetSection("AutoResolve");

    private static IRuleSource Rules() =>
        RuleSource.Memory(new RuleSourceFile("one.json", SomeRules.Set("one", "", SomeRules.Rule("a")).Content));

    private sealed class Mine
    {
        public string Colour { get; set; } = "";
    }
}
