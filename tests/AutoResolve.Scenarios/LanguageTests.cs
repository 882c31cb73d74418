using System.Text;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Scenarios.Hosting;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios;

/// <summary>What a report tells of a journal whose cases came in several languages, at two hosts.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task Report_OfCasesInSeveralLanguages_CountsThemAndWhatWasMissing()
    {
        var story = StoryReader.Named("case-211-answered-in-its-language");
        using var rules = new StoryRules(story);
        await using var store = new SqliteStore();
        await StoryRun.RunAsync(story, rules, store);

        var month = DateOnly.FromDateTime(store.Clock.Time.GetUtcNow().UtcDateTime);
        var report = await Report.BuildAsync(FigureSource.Journal(store.Open(), "journal"), month);

        var markdown = await TextAsync(report);
        Assert.Contains("| es | 1 | ", markdown, StringComparison.Ordinal);
        Assert.Contains("| und-Latn | 1 | ", markdown, StringComparison.Ordinal);
        Assert.Contains("a rule knows it, but not in the language: 3 issues (", markdown, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Report report)
    {
        await using var stream = new MemoryStream();
        await report.WriteMarkdownAsync(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
