using AutoResolve;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Reading;
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
            Console.WriteLine($"{entry.At:u} {EntrySentence.Of(entry)}");
    }

    public static async Task Show(IJournal journal, TimeProvider timeProvider)
    {
        var conversation = await JournalBrowser.ReadCaseAsync(journal, new CaseReference(null, "1017"), timeProvider.GetUtcNow());
        foreach (var decision in conversation?.Moments.OfType<CaseDecision>() ?? [])
            Console.WriteLine($"{decision.At:u} {decision.Outcome}: {decision.Summary}");
    }

    public static async Task Unfinished(IJournal journal, TimeProvider timeProvider)
    {
        await foreach (var work in JournalBrowser.FindUnfinishedAsync(journal, timeProvider.GetUtcNow()))
            Console.WriteLine(work);
    }

    public static async Task Replay(IJournal journal)
    {
        await foreach (var replay in new Replayer(journal).ReplayAllAsync())
            Console.WriteLine($"{replay.Decision.IssueId}: {replay.Result}");
    }

    public static async Task Records(IJournal journal)
    {
        foreach (var record in await TrackRecords.ReadAsync(journal))
            Console.WriteLine($"{record.RuleId} version {record.Version}: {record.Helpful} of {record.Verdicts} helped");
    }

    public static async Task Stop(IJournal journal)
    {
        var stops = new JournalStops(journal);
        await stops.StopAsync("u17", "unlocks the wrong account", "account.unlock");
        foreach (var stop in await stops.ReadAsync())
            Console.WriteLine($"{stop.RuleId ?? "all rules"} since {stop.At:u}: {stop.Reason}");
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
