using AutoResolve.Insights.History;
using AutoResolve.Insights.Mining;
using AutoResolve.Insights.Trends;

namespace AutoResolve.Insights.Tests.History;

/// <summary>An outage that no rule knows: 34 people report it in two days of a month in which much else comes.</summary>
public sealed class OutageTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Openings =
    [
        "Hello,",
        "Good morning,",
        "",
        "Caller says",
        "Since this morning",
        "Vet states that",
        "Please help,",
        "Hi there,",
    ];

    private static readonly string[] Reports =
    [
        "the travel claim page shows a blank screen",
        "the page for travel claims stays blank",
        "my travel claim is a blank white page",
        "travel claim page will not load, blank screen",
        "blank screen when I open the travel claim",
    ];

    // What else no rule knows: each a few times.
    private static readonly string[] Others =
    [
        "how do I change the name of my dog in the profile",
        "the map shows the wrong clinic",
        "I want to thank the nurse",
        "can I park at the hospital",
        "the font is too small",
        "my glasses order has the wrong lens",
        "where do I send the old hearing aid",
        "the podcast has no sound",
        "I lost my badge at the entrance",
        "is the cafeteria open on Sunday",
        "the survey asks twice",
        "who may visit my brother",
        "the elevator is broken",
        "the newsletter comes twice a week",
        "translate the brochure into Spanish",
    ];

    private readonly CaseHost _host = new();

    public async Task InitializeAsync()
    {
        var number = 0;
        for (var day = 0; day < 30; day++)
        {
            for (var each = 0; each < 6; each++)
            {
                await SayAsync(
                    $"{Openings[(day + each) % Openings.Length]} "
                        + $"{(each % 2 == 0 ? "my letter has not come" : "the payment is late")} {Words(number)}"
                );
                if (each < 2)
                    await SayAsync($"{Openings[each]} {Others[((day * 2) + each) % Others.Length]}");
            }

            for (var report = 0; report < 17 && day is 27 or 28; report++)
                await SayAsync(
                    $"{Openings[report % Openings.Length]} {Reports[report % Reports.Length]} "
                        + $"{(report % 3 == 0 ? "call me at ann@example.org" : "")}{(day == 28 ? " again today" : "")}"
                );
            _host.Time.Advance(TimeSpan.FromDays(1));
        }

        Task SayAsync(string text) => _host.SayAsync($"{++number}", text);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Trends_NameIt()
    {
        var report = await TrendFinder.FindAsync(
            new JournalCases(_host.Journal).ReadAsync(),
            new TrendOptions { Period = TimeSpan.FromDays(7) }
        );

        Assert.Equal((274, 0), (report.Issues, report.Undated));
        var rise = Assert.Single(report.Rises);
        Assert.Equal((true, 34), (rise.IsTopic, rise.Lately));
        Assert.Contains("blank", rise.Type, StringComparison.Ordinal);
        Assert.DoesNotContain("pii", rise.Type, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Mining_MakesADraftOfIt()
    {
        var cases = new JournalCases(_host.Journal);
        var result = await RuleMining.RunAsync(cases.ReadAsync(), new MiningOptions { Precision = 0.9 }, _host.Time);

        Assert.Equal((94, 180), (result.Issues, result.Decided));
        var draft = result.Candidates[0];
        Assert.Contains("blank", draft.Label, StringComparison.Ordinal);
        Assert.True(draft.Decides >= 30, $"{draft.Decides} of 34");
        Assert.DoesNotContain("example.org", draft.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mining_WhereNoRuleIsSureEnough_NamesItAllTheSame()
    {
        var result = await RuleMining.RunAsync(
            new JournalCases(_host.Journal).ReadAsync(),
            new MiningOptions { Precision = 0.999 },
            _host.Time
        );

        Assert.Empty(result.Candidates);
        Assert.Equal(34, result.Groups[0].Facts.Issues);
        Assert.Contains("blank", result.Groups[0].Label, StringComparison.Ordinal);
    }

    // No two are alike, as no two people say the same.
    private static string Words(int number) =>
        string.Concat(Enumerable.Range(0, 2).Select(place => $" {Others[(number + (place * 7)) % Others.Length].Split(' ')[^1]}"));
}
