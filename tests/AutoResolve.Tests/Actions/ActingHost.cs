using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>A host with scripted handlers, a clock that stands still, and a journal that outlives it.</summary>
internal sealed class ActingHost : IAsyncDisposable
{
    private const string Set = "{ \"set\":";

    private readonly RulesOnDisk _rules;
    private readonly ServiceProvider _services;

    public ActingHost(
        FaultyJournal journal,
        FakeTimeProvider clock,
        string[] rules,
        Action<ActionOptions>? options = null,
        Action<AutoResolveBuilder>? configure = null
    )
    {
        (Journal, Clock) = (journal, clock);
        journal.Clock = clock;
        var loose = rules
            .Where(rule => !rule.StartsWith(Set, StringComparison.Ordinal))
            .DefaultIfEmpty(SomeRules.Rule("unused", when: """{ "anyOf": ["unused"] }"""));
        _rules = new RulesOnDisk(loose.ToArray());
        foreach (var set in rules.Where(rule => rule.StartsWith(Set, StringComparison.Ordinal)))
            _rules.WriteText("two.json", set);
        var services = new ServiceCollection();
        services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(Unlock)
            .AddSingleton(Notify)
            .AddSingleton(Erase)
            .AddSingleton<ITicketSystem>(Tickets)
            .AddSingleton<IAnswerChannel>(Mail);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        services.Configure<ActionOptions>(actions => options?.Invoke(actions));
        var builder = services
            .AddAutoResolve(resolving => (resolving.RulesFolder, resolving.ReloadOnChange) = (_rules.Folder, false))
            .UseJournal(_ => journal);
        builder
            .AddHandler<UnlockHandler>(handler => handler.RetryDelay = TimeSpan.Zero)
            .AddHandler<NotifyHandler>()
            .AddHandler<EraseHandler>()
            .AddTicketSystem<TicketBook>()
            .AddAnswerChannel<Mailbox>();
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FaultyJournal Journal { get; }

    public FakeTimeProvider Clock { get; }

    public UnlockHandler Unlock { get; } = new();

    public NotifyHandler Notify { get; } = new();

    public EraseHandler Erase { get; } = new();

    public TicketBook Tickets { get; } = new();

    public Mailbox Mail { get; } = new();

    public FakeLogCollector Logs { get; } = new();

    public ServiceProvider Services => _services;

    public IIssueProcessor Processor => Get<IIssueProcessor>();

    /// <summary>A host with a journal and a clock of its own, both new.</summary>
    public static ActingHost With(params string[] rules) => new(new FaultyJournal(), new FakeTimeProvider(SomeRules.Now), rules);

    /// <summary>A host that takes over from this one, which is gone: it writes nothing more, and its leases lapse.</summary>
    public ActingHost Successor(params string[] rules)
    {
        var journal = Journal.ForAnotherHost();
        Journal.IsDown = true;
        Clock.Advance(new ActionOptions().Lease + TimeSpan.FromSeconds(1));
        return new ActingHost(journal, Clock, rules);
    }

    /// <summary>A rule with the id and word "alpha" and these actions.</summary>
    public static string Rule(string actions, string more = "", string then = "") =>
        SomeRules.Rule("alpha", $$"""{ "outcome": "fix", {{then}} "actions": [ {{actions}} ] }""", more: more);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask<Disposition> ProcessAsync(string id = "issue-1", string text = "alpha", string? requester = "r-1") =>
        Processor.ProcessAsync(
            new Issue
            {
                Id = id,
                Text = text,
                Requester = requester,
            }
        );

    /// <summary>Lets time go by until a task has ended.</summary>
    public Task<T> PassTimeAsync<T>(Task<T> task) => Clock.PassUntilAsync(task, TimeSpan.FromMilliseconds(250));

    /// <summary>What the journal tells: kind and label of each entry, in order.</summary>
    public async Task<IReadOnlyList<string>> StoryAsync()
    {
        List<string> story = [];
        await foreach (var entry in Journal.ReadAsync(new JournalQuery()))
            story.Add($"{entry.Kind} {entry.Label}");
        return story;
    }

    public async Task<List<JournalEntry>> EntriesAsync(JournalQuery? query = null)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in Journal.ReadAsync(query ?? new JournalQuery()))
            entries.Add(entry);
        return entries;
    }

    public async ValueTask DisposeAsync()
    {
        await PassTimeAsync(
            Task.Run(async () =>
            {
                await _services.DisposeAsync();
                return true;
            })
        );
        _rules.Dispose();
    }
}
