using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class LanguageSectionTests
{
    private static readonly FigureCell[] Cells =
    [
        Cell("en", "ruleMatched", 90, answered: 60),
        Cell("es", "ruleMatched", 4, answered: 3),
        Cell("es", "languageMissing", 5, answered: 0),
        Cell("vi", "languageMissing", 1, answered: 0),
        Cell(null, "ruleMatched", 7, answered: 2),
    ];

    [Fact]
    public void Markdown_ByLanguage_TellsForWhichOfThemNoAnswerWasThere()
    {
        var text = MarkdownReport.Write(SomeReport.Build(SomeReport.Input(Cells)));

        Assert.Contains(
            "To a person because a rule knows it, but not in the language: 6 issues (es 5, vi 1).",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("| es | 9 | ", text, StringComparison.Ordinal);
        Assert.Contains("| Not certain | 7 | ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_ByLanguage_HasTheSameTable()
    {
        var report = JObject.Parse(JsonReport.Write(SomeReport.Build(SomeReport.Input(Cells))).ToString());

        Assert.Contains("\"languages\"", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_NoLanguageKnown_SaysNothingOfIt() =>
        Assert.DoesNotContain("By language", MarkdownReport.Write(SomeReport.Build(SomeReport.Input())), StringComparison.Ordinal);

    private static FigureCell Cell(string? language, string reason, long issues, long answered) =>
        new(
            new FigureKey(1, "a", Reason: reason, Language: language),
            new FigureCounts
            {
                Issues = issues,
                Decided = issues,
                Answered = answered,
                Followed = issues,
                Escalated = issues - answered,
                Handled = issues - answered,
            }
        );
}
