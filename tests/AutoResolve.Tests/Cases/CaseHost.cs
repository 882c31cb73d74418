using AutoResolve.Cases;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>Hosts and rules for what becomes of cases between automation, customers and teams.</summary>
internal static class CaseHost
{
    /// <summary>Asks for the line, which holds the case up, and hands it to team payments.</summary>
    public const string Asking = """
        { "set": "asking", "title": "Asking", "owner": "support",
          "questions": { "line": { "field": "line", "say": { "en": "Which line?" } },
            "page": { "field": "page", "say": { "en": "Which page?" } } },
          "rules": [
            { "id": "asking.route", "title": "Routes", "type": "t/route", "status": "active", "when": { "anyOf": ["alpha"] },
              "then": { "outcome": "route", "team": "payments", "ask": [{ "question": "line", "blocking": true }] } },
            { "id": "asking.escalate", "title": "Escalates", "type": "t/escalate", "status": "active", "when": { "anyOf": ["omega"] },
              "then": { "outcome": "escalate", "team": "claims", "ask": [{ "question": "page", "blocking": true }] } } ] }
        """;

    /// <summary>A guard.</summary>
    public const string Danger = """
        { "set": "danger", "title": "Danger", "owner": "support", "guard": true,
          "rules": [ { "id": "danger.now", "title": "In danger", "type": "t/danger", "status": "active", "when": { "anyOf": ["danger"] },
            "then": { "outcome": "escalate", "team": "safety" } } ] }
        """;

    public static readonly string Answer = SomeRules.Rule("alpha", """{ "outcome": "answer", "answer": { "en": "Do so." } }""");

    public static readonly CaseReference One = new(null, "issue-1");

    public static ActingHost With(Action<CaseOptions> configure, params string[] rules) =>
        With(new FaultyJournal(), new FakeTimeProvider(SomeRules.Now), configure, rules);

    public static ActingHost With(FaultyJournal journal, FakeTimeProvider clock, Action<CaseOptions> configure, params string[] rules) =>
        new(journal, clock, rules, configure: builder => builder.Services.Configure(configure));

    public static async Task<CaseRecord> RowAsync(this ActingHost host, string id = "issue-1") =>
        await host.Journal.FindCaseAsync(new CaseReference(null, id)) ?? throw new InvalidOperationException("There is no such case.");

    public static ValueTask<Disposition> ReportAsync(
        this ActingHost host,
        CaseEventKind kind,
        string id = "e-1",
        string? team = null,
        string? into = null
    ) =>
        host.Processor.ReportAsync(
            One,
            new CaseEvent
            {
                Id = id,
                Kind = kind,
                Team = team,
                Into = into is null ? null : new CaseReference(null, into),
            }
        );

    public static ValueTask<Disposition> SayAsync(
        this ActingHost host,
        string id,
        string text,
        Author author = Author.Unknown,
        string issue = "issue-1"
    ) =>
        host.Processor.ContinueAsync(
            new CaseReference(null, issue),
            new Turn
            {
                Id = id,
                Text = text,
                Author = author,
            }
        );
}
