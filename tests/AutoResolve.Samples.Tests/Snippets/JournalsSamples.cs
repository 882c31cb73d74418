using AutoResolve;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The code of the guide to journals, compiled.</summary>
internal static class JournalsSamples
{
    public static void Sqlite(IServiceCollection services)
    {
        services.AddAutoResolve().UseSqliteJournal("journal.db");
    }

    public static void Postgres(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddAutoResolve()
            .UsePostgresJournal(configuration.GetConnectionString("Journal")!, options =>
                options.Secrets.Add(new() { Id = "1", Value = configuration["JournalSecret"]! })
            );
    }

    public static async Task Read(IJournal journal)
    {
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Case = new CaseReference(null, "1017") }))
            Console.WriteLine($"{entry.At:u} {entry.Kind} {entry.RuleId}");
    }

    public static async Task Tell(IFeedbackCollector feedback)
    {
        await feedback.RecordAsync(
            new Feedback
            {
                IssueId = "1017",
                By = "u17",
                Verdict = FeedbackVerdict.Wrong,
            }
        );
    }
}
