using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>A host with rules, a journal in memory, a faked clock, and all that it logs.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private readonly RulesOnDisk _rules;
    private readonly ServiceProvider _services;

    public HostUnderTest(Action<AutoResolveBuilder> configure, params string[] rules)
    {
        _rules = new RulesOnDisk(rules);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddSingleton<TimeProvider>(Time);
        var secrets = new JournalSecrets(new JournalSecret("1", new byte[JournalSecret.MinBytes]));
        configure(
            services
                .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (_rules.Folder, false))
                .UseJournal(provider => new InMemoryJournal(provider.GetRequiredService<TimeProvider>(), secrets))
        );
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(SomeRules.Now);

    public IReadOnlyList<FakeLogRecord> Logs => _services.GetFakeLogCollector().GetSnapshot();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask<Disposition> ProcessAsync(string text) => ProcessAsync(SomeRules.Issue(text));

    public ValueTask<Disposition> ProcessAsync(Issue issue) => Get<IIssueProcessor>().ProcessAsync(issue);

    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync()
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in Get<IJournal>().ReadAsync(new JournalQuery()))
            entries.Add(entry);
        return entries;
    }

    /// <summary>All that was logged, with the values and exceptions of each record.</summary>
    public string LogText() =>
        string.Join(
            '\n',
            Logs.Select(record =>
                $"{record.Category} {record.Message} {string.Join(' ', record.StructuredState ?? [])} "
                + $"{string.Join(' ', record.Scopes)} {record.Exception}"
            )
        );

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _rules.Dispose();
    }
}
