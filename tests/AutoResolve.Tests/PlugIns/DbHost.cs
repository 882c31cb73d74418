using System.Text;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A host whose handlers, channel, ticket system and providers need a service that lives as long as a scope.</summary>
internal sealed class DbHost : IAsyncDisposable
{
    private const string Facts = """ "facts": { "one": "One?", "two": "Two?", "three": "Three?" }, """;

    private static readonly string[] Rules =
    [
        SomeRules.Rule(
            "facts",
            """{ "outcome": "fix", "answer": { "en": "It is fixed." }, "actions": [ { "do": "fix" } ] }""",
            """
            { "all": [
                { "anyOf": ["facts"] }, { "fact": "one", "exists": true }, { "fact": "two", "exists": true },
                  { "fact": "three", "exists": true }
            ] }
            """
        ),
        SomeRules.Rule("alpha", """{ "outcome": "fix", "answer": { "en": "It is fixed." }, "actions": [ { "do": "fix" } ] }"""),
        SomeRules.Rule(
            "twice",
            """{ "outcome": "fix", "undoOnFailure": true, "actions": [ { "do": "fix" }, { "do": "nothing" } ] }""",
            """{ "anyOf": ["twice"] }"""
        ),
        SomeRules.Rule("erase", """{ "outcome": "fix", "actions": [ { "do": "erase" } ] }""", """{ "anyOf": ["erase"] }"""),
        SomeRules.Rule("route", SomeRules.Route, """{ "anyOf": ["route"] }"""),
    ];

    private readonly RulesOnDisk _rules = new();
    private readonly ServiceProvider _services;

    /// <param name="configure">Adds plug-ins, one that is called <c>fix</c> among them; null for those that need such a service.</param>
    /// <param name="validates">Whether the container looks for mistakes, as it does in Development.</param>
    /// <param name="journal">The journal; null for one of its own.</param>
    public DbHost(Action<AutoResolveBuilder>? configure = null, bool validates = true, IJournal? journal = null)
    {
        _rules.WriteText("one.json", Encoding.UTF8.GetString(SomeRules.Set("one", Facts, Rules).Content.Span));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(Log).AddSingleton(Script).AddScoped<Db>();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new FakeLoggerProvider(Logs)));
        var builder = services
            .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (_rules.Folder, false))
            .UseJournal(_ => journal ?? new InMemoryJournal(Clock))
            .AddHandler<DbEraser>()
            .AddHandler<NothingHandler>();
        (configure ?? AddAll)(builder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = validates, ValidateOnBuild = validates });
    }

    public FakeTimeProvider Clock { get; } = new(SomeRules.Now);

    public DbLog Log { get; } = new();

    public DbScript Script { get; } = new();

    public FakeLogCollector Logs { get; } = new();

    public IIssueProcessor Processor => Get<IIssueProcessor>();

    public static void AddAll(AutoResolveBuilder builder) =>
        builder
            .AddHandler<DbHandler>(options => options.RetryDelay = TimeSpan.Zero)
            .AddAnswerChannel<DbChannel>()
            .AddTicketSystem<DbTickets>()
            .AddFactProvider<DbFacts.One>()
            .AddFactProvider<DbFacts.Two>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<IHostedService> HostedServices => _services.GetServices<IHostedService>();

    public Task<Disposition> ProcessAsync(string text, string id = "issue-1") =>
        Processor.ProcessAsync(new Issue { Id = id, Text = text }).AsTask();

    /// <summary>Lets time go by until a task has ended.</summary>
    public Task<T> PassTimeAsync<T>(Task<T> task) => Clock.PassUntilAsync(task, TimeSpan.FromMilliseconds(250));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(_rules.Root))
            _rules.Dispose();
    }
}
