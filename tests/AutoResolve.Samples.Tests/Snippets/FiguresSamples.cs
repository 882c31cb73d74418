using AutoResolve;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.Comparing;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Insights.Health;
using AutoResolve.Insights.History;
using AutoResolve.Insights.Mining;
using AutoResolve.Insights.Trends;
using AutoResolve.Intake;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.History;
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

    public static IAsyncEnumerable<PastIssue> FromFile(CancellationToken cancellationToken)
    {
        var history = new HistoryFile(
            "tickets.csv",
            new ReadingOptions { Columns = new ColumnMap(new Dictionary<string, string> { ["label"] = "Resolution code" }) }
        );
        var past = history.ReadAsync(cancellationToken);
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

    public static async Task Compare(Rulebook before, Rulebook after, CancellationToken cancellationToken)
    {
        var comparison = await RulebookComparison.RunAsync(
            before,
            after,
            new HistoryFile("tickets.csv").ReadAsync(cancellationToken),
            cancellationToken
        );
        foreach (var group in comparison.Groups)
            Console.WriteLine($"{group.Change}: {group.Issues} issues, {group.Before ?? "a person"} to {group.After ?? "a person"}");
    }

    public static async Task Month(IJournal journal, CancellationToken cancellationToken)
    {
        var report = await Report.BuildAsync(
            FigureSource.Journal(journal, "journal.db"),
            new DateOnly(2026, 10, 1),
            cancellationToken: cancellationToken
        );
        await using var page = File.Create("october.html");
        await report.WriteHtmlAsync(page, cancellationToken);
    }

    public static async Task Freeze(CancellationToken cancellationToken)
    {
        var frozen = await Baseline.FreezeAsync(
            FigureSource.History("tickets.csv"),
            new DateOnly(2025, 7, 1),
            new DateOnly(2025, 12, 31),
            cancellationToken: cancellationToken
        );
        await using var file = File.Create("baseline.json");
        await frozen.WriteJsonAsync(file, cancellationToken);
    }

    public static async Task<Report> Against(FigureSource source, CancellationToken cancellationToken)
    {
        var baseline = Baseline.Read(await File.ReadAllTextAsync("baseline.json", cancellationToken));
        var options = new ReportOptions
        {
            Baseline = baseline,
            Filter = new FigureFilter(Center: "north"),
            Grace = 7,
        };
        var report = await Report.BuildAsync(source, new DateOnly(2026, 10, 1), options, cancellationToken: cancellationToken);
        return report;
    }

    public static async Task Mapped(FigureSource source, Baseline baseline, CancellationToken cancellationToken)
    {
        var map = FigureMap.Read("map.json", await File.ReadAllTextAsync("map.json", cancellationToken));
        var report = await Report.BuildAsync(
            source,
            new DateOnly(2026, 10, 1),
            new ReportOptions { Map = map, Baseline = baseline },
            cancellationToken: cancellationToken
        );
        Console.WriteLine(report.MissingNames?.ToString() ?? "No name is missing.");
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
