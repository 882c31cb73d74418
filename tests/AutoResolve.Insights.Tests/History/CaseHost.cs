using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Insights.Tests.History;

/// <summary>A host with a few rules and a journal in memory, and a clock that moves from one delivery to the next.</summary>
internal sealed class CaseHost : IDisposable
{
    private const string Rules = """
        {
          "set": "desk", "title": "Desk", "owner": "desk",
          "rules": [
            {
              "id": "letters.missing", "title": "Letters", "type": "letters/missing", "status": "active", "when": { "anyOf": ["letter"] },
              "then": { "outcome": "answer", "answer": { "en": "Letters take ten days." } }
            },
            {
              "id": "payment.late", "title": "Payments", "type": "payment/late", "status": "active", "when": { "anyOf": ["payment"] },
              "then": { "outcome": "route", "team": "finance" }
            }
          ]
        }
        """;

    private readonly ServiceProvider _services;

    public CaseHost()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddSingleton<IJournal>(Journal);
        services.AddAutoResolve().UseRules(RuleSource.Memory(new RuleSourceFile("desk.json", Rules)));
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    public InMemoryJournal Journal { get; } = new();

    public Rulebook Rulebook => _services.GetRequiredService<IRulebookMonitor>().Current;

    public async Task SayAsync(string id, string text, string? tenant = null) =>
        await _services
            .GetRequiredService<IIssueProcessor>()
            .ProcessAsync(
                new Issue
                {
                    Id = id,
                    Text = text,
                    Tenant = tenant,
                    Channel = "web",
                    Product = "site",
                    Locale = "en",
                }
            );

    public async Task ContinueAsync(string id, Turn turn) =>
        await _services.GetRequiredService<IIssueProcessor>().ContinueAsync(new CaseReference(null, id), turn);

    public async Task JudgeAsync(string id, FeedbackVerdict verdict) =>
        await _services
            .GetRequiredService<IFeedbackCollector>()
            .RecordAsync(
                new Feedback
                {
                    IssueId = id,
                    Verdict = verdict,
                    By = "u1",
                }
            );

    public void Dispose() => _services.Dispose();
}
