using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Cli.Tests.Journaling;

/// <summary>A journal as a host leaves it, with the rules that it was written with.</summary>
internal sealed class JournalOnDisk : IDisposable
{
    private const string Rules = """
        {
          "set": "some", "title": "Some", "owner": "accounts",
          "rules": [
            {
              "id": "account.unlock", "version": 3, "title": "Locked", "type": "account/locked", "owner": "accounts",
                "status": "active", "source": "test", "reviewed": "2026-11-01",
              "when": { "anyOf": ["locked"] },
              "demote": { "below": 0.5, "after": 2 },
              "then": { "outcome": "fix", "actions": [ { "do": "unlock" } ] }
            },
            {
              "id": "account.delete", "version": 1, "title": "Delete", "type": "account/delete", "owner": "accounts",
                "status": "active", "source": "test", "reviewed": "2026-11-01",
              "when": { "anyOf": ["delete my account"] },
              "then": { "outcome": "fix", "actions": [ { "do": "erase" } ] }
            },
            {
              "id": "mail.where", "version": 1, "title": "Where", "type": "mail/where", "owner": "mail", "status": "active",
                "source": "test", "reviewed": "2026-11-01",
              "when": { "regex": "inbox of \\w+@\\w+" },
              "then": { "outcome": "answer", "answer": { "en": "Look below." } }
            }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public string Folder => _folder.Path;

    public string File => Path.Combine(_folder.Path, "journal.db");

    /// <summary>Four issues: carried out, waiting for approval, masked, and without a rule.</summary>
    public static async Task<JournalOnDisk> CreateAsync()
    {
        var journal = new JournalOnDisk();
        journal._folder.Write("rules/some.json", Rules);

        // A known secret, so that keys are the same each time.
        journal._folder.Write("journal.db.secret", $"1 {Convert.ToBase64String(new byte[JournalSecret.MinBytes])}\n");
        await using var services = journal.Services();
        var processor = services.GetRequiredService<IIssueProcessor>();
        foreach (
            var (id, text) in new[]
            {
                ("i-1", "I am locked out"),
                ("i-2", "Please delete my account"),
                ("i-3", "Where is the inbox of ann@example.org"),
                ("i-4", "Something else"),
            }
        )
        {
            await processor.ProcessAsync(new Issue { Id = id, Text = text });
            journal._time.Advance(TimeSpan.FromMinutes(1));
        }

        return journal;
    }

    public async Task ProcessAsync(Issue issue)
    {
        await using var services = Services();
        await services.GetRequiredService<IIssueProcessor>().ProcessAsync(issue);
    }

    /// <summary>Issues that come one after the other.</summary>
    public async Task ProcessAsync(IEnumerable<Issue> issues, TimeSpan apart)
    {
        await using var services = Services();
        foreach (var issue in issues)
        {
            await services.GetRequiredService<IIssueProcessor>().ProcessAsync(issue);
            _time.Advance(apart);
        }
    }

    public async Task ContinueAsync(CaseReference reference, Turn turn)
    {
        await using var services = Services();
        await services.GetRequiredService<IIssueProcessor>().ContinueAsync(reference, turn);
    }

    public async Task ReportAsync(CaseReference reference, CaseEvent happened)
    {
        await using var services = Services();
        await services.GetRequiredService<IIssueProcessor>().ReportAsync(reference, happened);
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task AppendAsync(JournalEntry entry)
    {
        await using var services = Services();
        await services.GetRequiredService<IJournal>().AppendAsync([entry]);
    }

    /// <summary>Where a case stands, as a host would have written it.</summary>
    public async Task AppendAsync(CaseRecord record)
    {
        await using var services = Services();
        await services.GetRequiredService<IJournal>().AppendAsync([], new CaseChange { Case = record, ExpectedVersion = 0 });
    }

    public async Task SayAsync(string issue, FeedbackVerdict verdict)
    {
        await using var services = Services();
        await services
            .GetRequiredService<IFeedbackCollector>()
            .RecordAsync(
                new Feedback
                {
                    IssueId = issue,
                    Verdict = verdict,
                    By = "u17",
                }
            );
    }

    public async Task<List<JournalEntry>> ReadAsync(JournalEntryKind kind)
    {
        await using var services = Services();
        var entries = new List<JournalEntry>();
        await foreach (var entry in services.GetRequiredService<IJournal>().ReadAsync(new JournalQuery { Kinds = [kind] }))
            entries.Add(entry);
        return entries;
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_time);
        services
            .AddAutoResolve(options =>
            {
                options.RulesFolder = Path.Combine(Folder, "rules");
                options.ReloadOnChange = false;
            })
            .AddHandler<UnlockHandler>()
            .AddHandler<EraseHandler>()
            .UseSqliteJournal(File);
        return services.BuildServiceProvider();
    }
}
