using AutoResolve.Actions;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.History;
using AutoResolve.Intake.History;
using AutoResolve.Journaling;

namespace AutoResolve.Insights.Tests.History;

public sealed class JournalCasesTests : IDisposable
{
    private readonly CaseHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Read_CaseOfManyTurns_IsOneIssueWithAllThatWasSaid()
    {
        await _host.SayAsync("1", "My letter is missing. I am Ann Miller, ann@example.org");
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.ContinueAsync(
            "1",
            new Turn
            {
                Id = "m-1",
                Author = Author.Customer,
                Text = "Thank you",
                Fields = new Dictionary<string, string> { ["letterDate"] = "October" },
            }
        );

        var (issue, _) = await ReadOneAsync();

        Assert.Equal(new CaseReference(null, "1"), issue.Case);
        Assert.DoesNotContain("ann@", issue.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("web", "site", "en", new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero)),
            (issue.Channel, issue.Product, issue.Locale, issue.Date)
        );
        Assert.Equal(("Thank you", "October"), (Assert.Single(issue.Turns).Text, issue.Turns[0].Fields["letterDate"]));
        Assert.Equal(
            (Outcome.Answered, "letters.missing", "letters/missing", false, 1),
            (issue.Outcome, issue.Rule, issue.Type, issue.Escalated, issue.Number)
        );
        Assert.Null(issue.Label);
    }

    [Fact]
    public async Task Read_OneIdOfTwoTenants_IsTwoCases()
    {
        await _host.SayAsync("1", "my letter", "a");
        await _host.SayAsync("1", "something else", "b");

        var issues = await ReadAsync();

        Assert.Equal(
            [("a", 1, Outcome.Answered), ("b", 2, Outcome.Escalated)],
            issues.Select(issue => (issue.Case!.Tenant!, issue.Number, issue.Outcome!.Value))
        );
    }

    [Fact]
    public async Task Read_WhatPeopleSaid_IsInTheirOrder()
    {
        await _host.SayAsync("1", "my letter");
        await _host.JudgeAsync("1", FeedbackVerdict.Helpful);
        await _host.JudgeAsync("1", FeedbackVerdict.Reopened);

        var (issue, _) = await ReadOneAsync();

        Assert.Equal([FeedbackVerdict.Helpful, FeedbackVerdict.Reopened], issue.Verdicts);
        Assert.True(issue.Reopened);
    }

    [Fact]
    public async Task Read_WhatCasesLack_IsCountedAndTold()
    {
        await _host.SayAsync("whole", "my letter");
        await _host.SayAsync("masked", "ann@example.org");
        await _host.ContinueAsync("waits", new Turn { Id = "m-1", Text = "and?" });
        await AppendAsync("erased", """{"erased":true}""");
        await AppendAsync("damaged", "{");

        var cases = new JournalCases(_host.Journal);
        var issues = await cases.ReadAsync().ToListAsync();

        Assert.Equal(["masked", "whole"], issues.Select(issue => issue.Case!.IssueId));
        Assert.Equal(
            (5, 1, 1, 1, 1, 3),
            (cases.Gaps.Cases, cases.Gaps.Undecided, cases.Gaps.Erased, cases.Gaps.Unreadable, cases.Gaps.Masked, cases.Gaps.LeftOut)
        );
        Assert.Equal("1 of 5 cases left out: what was said has been erased.", cases.Gaps.Sentences[1]);
    }

    [Fact]
    public async Task Read_JournalWithoutRowsOfCases_IsReadByItsDecisions()
    {
        var old = new InMemoryJournal();
        await _host.SayAsync("1", "my letter");
        await _host.SayAsync("2", "the payment");
        await foreach (var entry in _host.Journal.ReadAsync(new JournalQuery()))
            await old.AppendAsync([entry]);

        var issues = await new JournalCases(old).ReadAsync().ToListAsync();

        Assert.Equal(["letters/missing", "payment/late"], issues.Select(issue => issue.Type));
    }

    [Fact]
    public async Task Backtest_OfAJournal_CountsWhatPeopleSaidAndNotWhatRulesOfThenSaid()
    {
        await _host.SayAsync("1", "my letter");
        await _host.SayAsync("2", "letter again");
        await _host.SayAsync("3", "a letter");
        await _host.SayAsync("4", "something else");
        await _host.JudgeAsync("1", FeedbackVerdict.Helpful);
        await _host.JudgeAsync("2", FeedbackVerdict.Wrong);

        var report = await Backtest.RunAsync(_host.Rulebook, new JournalCases(_host.Journal).ReadAsync());

        Assert.Equal(
            (4, 3, 3, (1, 2)),
            (report.Issues, report.Coverage.Hits, report.Then.Hits, (report.Agreement.Hits, report.Agreement.Of))
        );
    }

    private async Task AppendAsync(string issue, string content) =>
        await _host.Journal.AppendAsync(
            [
                new JournalEntry
                {
                    At = _host.Time.GetUtcNow(),
                    Kind = JournalEntryKind.Decision,
                    IssueId = issue,
                    Label = "answered",
                    Content = content,
                },
            ],
            new CaseChange
            {
                Case = new CaseRecord { Reference = new CaseReference(null, issue), Owner = CaseOwner.Nobody },
                ExpectedVersion = 0,
            }
        );

    private async Task<List<PastIssue>> ReadAsync() => await new JournalCases(_host.Journal).ReadAsync().ToListAsync();

    private async Task<(PastIssue Issue, JournalGaps Gaps)> ReadOneAsync()
    {
        var cases = new JournalCases(_host.Journal);
        return (Assert.Single(await cases.ReadAsync().ToListAsync()), cases.Gaps);
    }
}
