using AutoResolve;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.Health;
using AutoResolve.Insights.History;
using AutoResolve.Insights.Mining;
using AutoResolve.Insights.Trends;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Sources;

namespace Snippets;

/// <summary>The code of the guide to past issues and figures, compiled.</summary>
internal static class FiguresSamples
{
    public static IAsyncEnumerable<PastIssue> FromJournal(IJournal journal, CancellationToken cancellationToken)
    {
        var past = new JournalCases(journal).ReadAsync(cancellationToken);
        return past;
    }

    public static PastIssue OfYourOwn()
    {
        var issue = new PastIssue
        {
            Number = 1,
            Text = "The form does not open",
            Label = "documents/pdf",
            Team = "forms",
            Tier = 1,
        };
        return issue;
    }

    public static async Task Try(IJournal journal)
    {
        var rulebook = await Rulebook.LoadAsync(RuleSource.Folder("rules"));
        var report = await Backtest.RunAsync(rulebook, new JournalCases(journal).ReadAsync());
        Console.WriteLine($"{report.Coverage.Hits} of {report.Issues} issues have a rule.");
    }

    public static async Task Mine(IJournal journal, CancellationToken cancellationToken)
    {
        var mined = await RuleMining.RunAsync(new JournalCases(journal).ReadAsync(cancellationToken), cancellationToken: cancellationToken);
        foreach (var candidate in mined.Candidates)
            Console.WriteLine($"{candidate.Name}: {candidate.HeldOut.Hits} of {candidate.HeldOut.Of} held-out issues");
    }

    public static async Task Trends(IJournal journal, CancellationToken cancellationToken)
    {
        var trends = await TrendFinder.FindAsync(
            new JournalCases(journal).ReadAsync(cancellationToken),
            cancellationToken: cancellationToken
        );
        foreach (var rise in trends.Rises)
            Console.WriteLine($"{rise.Type}: {rise.Lately}, where {rise.Expected:0.#} were to be expected");
    }

    public static async Task Health(IJournal journal, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var health = await HealthCheckup.RunAsync(rulebook, new JournalCases(journal).ReadAsync(cancellationToken), cancellationToken);
        foreach (var rule in health.Rules.Where(rule => rule.Matches == 0))
            Console.WriteLine($"{rule.Rule.Id} has matched nothing.");
    }

    public static async Task Cases(IJournal journal, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var open = await JournalBrowser.ListCasesAsync(journal, new CaseFilter(), timeProvider.GetUtcNow(), cancellationToken);
        Console.WriteLine($"{open.Count} cases are open.");
    }
}
