using System.Collections;
using System.Globalization;
using System.Reflection;
using AutoResolve.Actions;
using AutoResolve.Actions.BuiltIn;
using AutoResolve.Cases;
using AutoResolve.Expressions;
using AutoResolve.Postgres;
using AutoResolve.RabbitMQ;
using AutoResolve.Sources;
using AutoResolve.Sqlite;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace AutoResolve.Tests.Hosting;

/// <summary>Settings from configuration.</summary>
public sealed class ConfigurationTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["AllowedHosts"] = "hooks.example.org",
        ["DefaultLocale"] = "es",
        ["Id"] = "a1",
        ["TimeZone"] = "America/New_York",
        ["Monday"] = "08:00-12:00",
        ["Tuesday"] = "08:00-12:00",
        ["Wednesday"] = "08:00-12:00",
        ["Thursday"] = "08:00-12:00",
        ["Friday"] = "08:00-12:00",
        ["Saturday"] = "08:00-12:00",
        ["Sunday"] = "08:00-12:00",
        ["AuthorityPath"] = typeof(ConfigurationTests).Assembly.Location,
        ["CertificatePath"] = typeof(ConfigurationTests).Assembly.Location,
        ["KeyPath"] = typeof(ConfigurationTests).Assembly.Location,
        ["Port"] = "5673",
        ["QueueCopies"] = "3",
        ["Value"] = Convert.ToBase64String(new byte[32]),
    };

    // Options of an option are bound with it.
    private static readonly Type[] Parts =
    [
        typeof(RulebookOptions),
        typeof(JournalSecretOptions),
        typeof(BusinessHours),
        typeof(RabbitMqTlsOptions),
    ];

    // Given with a call.
    private static readonly Type[] OfCalls = [typeof(ResolveAllOptions)];

    private static readonly Dictionary<Type, string> Sections = new()
    {
        [typeof(AutoResolveOptions)] = "",
        [typeof(ActionOptions)] = "Actions:",
        [typeof(CaseOptions)] = "Cases:",
        [typeof(HandlerOptions)] = "Handlers:Unlock:",
        [typeof(WebhookOptions)] = "Webhook:",
        [typeof(SqliteJournalOptions)] = "Journal:",
        [typeof(PostgresJournalOptions)] = "Journal:",
        [typeof(RabbitMqOptions)] = "RabbitMq:",
        [typeof(RabbitMqWorkerOptions)] = "Worker:",
    };

    public static TheoryData<Type, string?> Classes()
    {
        var classes = new TheoryData<Type, string?>();
        foreach (var type in Sections.Keys)
        {
            classes.Add(type, null);
            classes.Add(type, "red");
        }

        return classes;
    }

    [Fact]
    public void Options_OfTheLibrary_AreAllTried()
    {
        var all = new[]
        {
            typeof(AutoResolveOptions),
            typeof(RulebookOptions),
            typeof(SqliteJournalOptions),
            typeof(PostgresJournalOptions),
            typeof(RabbitMqOptions),
        }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal));

        Assert.Equal(
            Sections
                .Keys.Concat(Parts.Where(part => part.Name.EndsWith("Options", StringComparison.Ordinal)))
                .Concat(OfCalls)
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            all.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Setting_OfEachClass_BindsFromConfiguration(Type type, string? name)
    {
        var settings = SettingsOf(type, Sections[type]).ToList();
        using var provider = Build(name, settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));

        var options = Get(provider, type, name);

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.Equal(setting.Value, ValueAt(options, setting.Key[Sections[type].Length..])));
    }

    [Fact]
    public async Task Change_WhileItRuns_HoldsForTheNextIssue()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("AutoResolve:MaxTextLength", "3")]).Build();
        await using var provider = BuildOn(null, root);
        var resolver = provider.GetRequiredService<IIssueResolver>();
        Assert.Null((await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule);

        root["AutoResolve:MaxTextLength"] = "300";
        root.Reload();

        Assert.Equal("a", (await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule?.Id);
    }

    [Fact]
    public async Task Change_ThatIsWrong_LeavesTheLastGoodOnesInForceAndIsLoggedOnce()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("AutoResolve:MaxTextLength", "300")]).Build();
        await using var provider = BuildOn(null, root);
        var resolver = provider.GetRequiredService<IIssueResolver>();
        await resolver.ResolveAsync(SomeRules.Issue("alpha"));

        root["AutoResolve:MaxTextLength"] = "-1";
        root.Reload();
        for (var time = 0; time < 3; time++)
            Assert.Equal("a", (await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule?.Id);
        root["AutoResolve:MaxTextLength"] = "2";
        root.Reload();

        Assert.Null((await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule);
        var logged = provider.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Equal(
            "Changed options are refused; those before stay in force. AutoResolveOptions: MaxTextLength is -1; it must be at least 1. "
                + "Configuration key: AutoResolve:MaxTextLength.",
            Assert.Single(logged, record => record.Level == LogLevel.Error).Message
        );
    }

    [Fact]
    public void Rules_ThatCannotBeLoaded_AreNotSaidToBeReadAnew()
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddFakeLogging());
        services.AddAutoResolve(options => options.RulesFolder = Path.Combine(Path.GetTempPath(), "no-such-folder", "rules"));
        using var provider = services.BuildServiceProvider();

        Assert.Throws<RulebookException>(() => provider.GetRequiredService<IRulebookMonitor>().Current);

        Assert.DoesNotContain(provider.GetRequiredService<FakeLogCollector>().GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public void Change_ThatIsWrongAfterOneThatNobodyRead_LeavesThatInForce()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("AutoResolve:Actions:Mode", "Active")]).Build();
        using var provider = BuildOn(null, root);
        var options = provider.GetRequiredService<IOptionsMonitor<ActionOptions>>();
        Assert.Equal(OperatingMode.Active, options.CurrentValue.Mode);
        List<OperatingMode> told = [];
        using (options.OnChange((changed, _) => told.Add(changed.Mode)))
        {
            root["AutoResolve:Actions:Mode"] = "Shadow";
            root.Reload();
            root["AutoResolve:Actions:Lease"] = "02:00:00";
            root.Reload();
            root["AutoResolve:Actions:Lease"] = "soon";
            root.Reload();
        }

        var logged = provider.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Equal(2, logged.Count(record => record.Level == LogLevel.Error));
        Assert.Equal(OperatingMode.Shadow, options.CurrentValue.Mode);
        Assert.Equal([OperatingMode.Shadow], told);
    }

    [Fact]
    public void Options_WhileServicesAreMade_StayAsTheyWere()
    {
        using var provider = Build(null, []);
        var options = provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value;
        var before = Describe(options);

        _ = provider.GetRequiredService<IIssueProcessor>();

        Assert.Equal(before, Describe(options));
        Assert.Same(options, provider.GetRequiredService<IOptions<AutoResolveOptions>>().Value);

        static string Describe(AutoResolveOptions options) => Newtonsoft.Json.JsonConvert.SerializeObject(options);
    }

    private static ServiceProvider Build(string? name, Dictionary<string, string?> settings) =>
        BuildOn(
            name,
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"AutoResolve:{setting.Key}", setting.Value)))
                .Build()
        );

    private static ServiceProvider BuildOn(string? name, IConfiguration configuration)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddFakeLogging());
        var section = configuration.GetSection("AutoResolve");
        var builder = name is null ? services.AddAutoResolve(section) : services.AddAutoResolve(name, section);
        builder
            .UseRules(RuleSource.Memory(new RuleSourceFile("one.json", SomeRules.Set("one", "", SomeRules.Rule("a")).Content)))
            .AddHandler<UnlockHandler>()
            .UseSqliteJournal("unused.db")
            .UsePostgresJournal("Host=unused")
            .UseInMemoryJournal();
        if (section.GetSection("Webhook").Exists())
            builder.AddWebhook();
        if (section.GetSection("RabbitMq").Exists() || section.GetSection("Worker").Exists())
            builder.AddRabbitMqWorker();
        return services.BuildServiceProvider();
    }

    private static object Get(IServiceProvider provider, Type type, string? name)
    {
        var monitor = typeof(IOptionsMonitor<>).MakeGenericType(type);
        var options = name is null ? provider.GetRequiredService(monitor) : provider.GetRequiredKeyedService(monitor, name);
        return monitor.GetMethod("Get")!.Invoke(options, [type == typeof(HandlerOptions) ? typeof(UnlockHandler).FullName : ""])!;
    }

    // A value for each setting that is not its default.
    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type)!;
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(IExpressionParser))
            .SelectMany(property => SettingsOf(property.PropertyType, section + property.Name, property.Name, property.GetValue(defaults)));
    }

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(Type type, string key, string name, object? value) =>
        value switch
        {
            _ when Parts.Contains(type) => SettingsOf(type, $"{key}:"),
            bool truth => [new(key, truth ? "False" : "True")],
            int number => [new(key, (number + 1).ToString(CultureInfo.InvariantCulture))],
            long number => [new(key, (number + 1).ToString(CultureInfo.InvariantCulture))],
            double number => [new(key, (number / 2).ToString(CultureInfo.InvariantCulture))],
            TimeSpan time => [new(key, (time + TimeSpan.FromSeconds(1)).ToString())],
            Enum one => [new(key, Enum.GetNames(type).First(other => other != one.ToString() && other != "Irreversible"))],
            string => [new(key, Texts.GetValueOrDefault(name, new string('x', 40)))],
            IDictionary<string, AnswerFormat> => [new($"{key}:sms", "Markdown")],
            IDictionary<string, Author> => [new($"{key}:sms", "Agent")],
            null when type == typeof(string) || Nullable.GetUnderlyingType(type) is not null =>
            [
                new(key, Texts.GetValueOrDefault(name, "some")),
            ],
            IList<DateOnly> => [new($"{key}:0", "2026-12-24")],
            IList<TimeSpan> => [new($"{key}:0", "00:00:07")],
            _ when type.IsGenericType && type.GetGenericArguments() is [var item] && typeof(IEnumerable).IsAssignableFrom(type) => item
            == typeof(string)
                ? [new($"{key}:0", Texts.GetValueOrDefault(name, "some"))]
                : SettingsOf(item, $"{key}:0:"),
            _ => throw new NotSupportedException($"How is {key}, a {type}, set?"),
        };

    private static string? ValueAt(object? options, string key)
    {
        foreach (var part in key.Split(':'))
        {
            options = options switch
            {
                IDictionary<string, AnswerFormat> formats => formats[part],
                IDictionary<string, Author> authors => authors[part],
                IList<DateOnly> days => days[int.Parse(part, CultureInfo.InvariantCulture)].ToString("O", CultureInfo.InvariantCulture),
                IList<TimeSpan> times => times[int.Parse(part, CultureInfo.InvariantCulture)],
                IEnumerable<object> list => list.ElementAt(int.Parse(part, CultureInfo.InvariantCulture)),
                _ => options!.GetType().GetProperty(part)!.GetValue(options),
            };
        }

        return Convert.ToString(options, CultureInfo.InvariantCulture);
    }
}
