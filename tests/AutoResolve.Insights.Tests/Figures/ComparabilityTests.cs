using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>What a report may compare with a baseline, and what it must not.</summary>
public sealed class ComparabilityTests
{
    private static readonly FigureCell[] Tickets = [new(new(2, "sign-in/loop", "identity"), new() { Issues = 300, Followed = 300, Escalated = 60, Handled = 300 }), new(new(1, "letters/missing", "documents"), new() { Issues = 60, Followed = 60, Escalated = 10, Handled = 60 })];

    // What is missing in a baseline that never named it has not vanished, and is not new.
    [Fact]
    public void Teams_BaselineNamesNone_AreNotCompared()
    {
        var input = SomeReport.Input(baseline: SomeReport.Before with { Cells = [new(new(1, "sign-in/loop"), new() { Issues = 300, Decided = 300, Followed = 300 })] });

        Assert.Null(Section(input, "teams")[0]!["change"]);
        Assert.Equal("The baseline or this time names no teams, so they are not compared.", Note(input, "teams"));
        Assert.NotNull(Section(input, "types")[0]!["change"]);
        Assert.DoesNotContain(Section(input, "movers"), row => (string)row["of"]! == "team");
    }

    [Fact]
    public void TeamPage_BaselineNamesNoTeams_SaysSoAndComparesNothing()
    {
        var page = SomeReport.Input(baseline: SomeReport.Before with { Cells = [new(new(1, "sign-in/loop"), new() { Issues = 300 })] }).OfTeam("identity");

        Assert.Null(page.Baseline);
        Assert.Contains("The baseline names no teams, so nothing is compared with it", SomeReport.Build(page).About);
    }

    [Fact]
    public void Shares_BaselineOfTickets_LeaveOutWhatMeansSomethingElse()
    {
        var input = SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets });
        var rows = Section(input, "summary").ToDictionary(row => (string)row["figure"]!);
        var report = SomeReport.Build(input);

        Assert.Equal(JTokenType.Null, rows["escalated"]["points"]!.Type);
        Assert.NotEqual(JTokenType.Null, rows["handled"]["points"]!.Type);
        Assert.Null(Section(input, "tiers")[0]!["change"]);
        Assert.Equal("Tiers of tickets and tiers that rules name are not the same, so they are not compared.", Note(input, "tiers"));
        Assert.Contains(report.About, line => line.StartsWith("The baseline is of a history, this time of a journal", StringComparison.Ordinal));
        Assert.DoesNotContain("baseline", report.Highlights.Single(highlight => highlight.Name == "Escalated").Note, StringComparison.Ordinal);
        Assert.DoesNotContain("baseline", report.Highlights.Single(highlight => highlight.Name == "Reached tier 2 or 3").Note, StringComparison.Ordinal);
        Assert.Contains("baseline 100.0 %", report.Highlights.Single(highlight => highlight.Name == "To a person or team").Note, StringComparison.Ordinal);
    }

    // Else all types of the one would be new, and all of the other gone.
    [Fact]
    public void Types_NamedByPeopleAndByRules_AreNotCompared()
    {
        var input = SomeReport.Input(baseline: SomeReport.Before with { Cells = [Tickets[0] with { Key = new(2, "Login problem", "identity") }, Tickets[1] with { Key = new(1, "Letter", "documents") }] });

        Assert.Equal("Rules name types otherwise than people, so they are not compared.", Note(input, "types"));
        Assert.DoesNotContain(Section(input, "movers"), row => (string)row["of"]! is "type" or "topic");
    }

    // An issue can become another for the days of grace, an answer for as many more.
    [Theory]
    [InlineData(6, false, false)]
    [InlineData(7, true, false)]
    [InlineData(13, true, false)]
    [InlineData(14, true, true)]
    public void Shares_BeforeTheMonthIsFinal_WaitForWhatMayStillChange(int days, bool isSettled, bool isFinal)
    {
        var input = SomeReport.Input(baseline: SomeReport.Before);
        input = input with { Now = input.Figures.Calendar.Period.To.AddDays(days) };
        var rows = Section(input, "summary").ToDictionary(row => (string)row["figure"]!);

        Assert.All(["answered", "asked", "escalated"], figure => Assert.Equal(isSettled, rows[figure]["p"]!.Type != JTokenType.Null));
        Assert.All(["resolved", "firstContact"], figure => Assert.Equal(isFinal, rows[figure]["p"]!.Type != JTokenType.Null));
        Assert.NotEqual(JTokenType.Null, rows["reopened"]["p"]!.Type);
    }

    [Fact]
    public void Shares_BaselineThatWasNotFinal_AreNotCompared()
    {
        var early = SomeReport.Before with { KnownAt = SomeReport.Before.To.AddDays(10) };
        var rows = Section(SomeReport.Input(baseline: early), "summary").ToDictionary(row => (string)row["figure"]!);

        Assert.Equal((true, false), (early.IsSettled, early.IsFinal));
        Assert.Equal((false, true), (rows["resolved"]["p"]!.Type != JTokenType.Null, rows["asked"]["p"]!.Type != JTokenType.Null));
    }

    // Whoever was asked two days ago may still be answered.
    [Fact]
    public void Resolved_IssuesThatWereAskedLately_CanStillRise()
    {
        FigureCell[] cells = [new(new(1, "a"), new() { Issues = 10, Decided = 10, Answered = 1, Asked = 9, Followed = 10 })];
        var input = SomeReport.Input(cells);
        var note = SomeReport.Build(input with { Now = input.Figures.Calendar.Period.To.AddDays(1) }).Highlights.Single(highlight => highlight.Name == "Resolved by rule").Note;

        Assert.Contains("1 answer is pending, 9 not given yet, so that it can rise to 100.0 %", note, StringComparison.Ordinal);
    }

    [Fact]
    public void History_WithRules_SaysNothingOfRules()
    {
        var sections = SomeReport.Build(SomeReport.Input(Tickets)).Sections.Select(section => section.Id);

        Assert.Empty(sections.Intersect(["rules", "defects", "practices", "unresolved"]));
    }

    private static JToken Section(ReportInput input, string id) => JsonReport.Document(SomeReport.Build(input))["sections"]![id]!;

    private static string Note(ReportInput input, string id) => SomeReport.Build(input).Sections.Single(section => section.Id == id).Note;
}
