using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>What was asked and is not answered in time goes to the team.</summary>
public sealed class AnswerDeadlineTests
{
    // Two days of eight hours from Monday at noon.
    private static readonly DateTimeOffset Due = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Case_ThatAsked_IsDueByItsCalendar()
    {
        await using var host = ActingHost.With(CaseHost.Asking);

        Assert.Equal(Outcome.Asked, (await host.ProcessAsync()).Outcome);

        var row = await host.RowAsync();
        Assert.Equal((CaseOwner.Customer, Due, CaseDue.Answer), (row.Owner, row.Due, row.DueFor));
        Assert.StartsWith("UTC ", row.Calendar, StringComparison.Ordinal);
        Assert.Equal(0, await host.Processor.RecoverAsync());
    }

    [Theory]
    [InlineData("alpha", "issue-1 to team payments", Outcome.Routed)]
    [InlineData("omega", "issue-1 to a person", Outcome.Escalated)]
    public async Task Deadline_ThatPasses_HandsTheCaseOnWithWhatIsOpen(string text, string line, Outcome outcome)
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync(text: text);
        host.Clock.SetUtcNow(Due);

        Assert.Equal(1, await host.Processor.RecoverAsync());

        Assert.Equal([line], host.Tickets.Lines);
        var row = await host.RowAsync();
        Assert.Equal((CaseOwner.Team, null, null, null), (row.Owner, row.Due, row.DueFor, row.Calendar));
        var (entry, content) = await LastAsync(host);
        Assert.Equal((JournalLabel.Of(outcome), JournalLabel.Of(ResolutionReason.DeadlinePassed)), (entry.Label, content.Reason));
        Assert.Single(content.OpenQuestions);
        Assert.Empty(content.Questions);
        Assert.Single(host.Mail.Sent);
        Assert.Equal(0, await host.Processor.RecoverAsync());
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Escalation_ByTheDeadline_TellsWhatIsOpen()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync(text: "omega");
        host.Clock.SetUtcNow(Due);

        await host.Processor.RecoverAsync();

        Assert.Equal("page", Assert.Single(host.Tickets.Handover!.OpenQuestions).Id);
        Assert.Contains("not answered in time", host.Tickets.Handover.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_OverSeveralHosts_PassesOnce()
    {
        await using var one = ActingHost.With(CaseHost.Asking);
        await using var other = new ActingHost(one.Journal.ForAnotherHost(), one.Clock, [CaseHost.Asking]);
        await one.ProcessAsync();
        one.Clock.SetUtcNow(Due);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => Task.Run(async () => await (number % 2 == 0 ? one : other).Processor.RecoverAsync()))
        );

        Assert.Single(one.Tickets.Lines.Concat(other.Tickets.Lines));
        Assert.True(taken.Sum() >= 1);
        Assert.Equal(2, (await one.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] })).Count);
    }

    [Theory]
    [InlineData(JournalEntryKind.Decision)]
    [InlineData(JournalEntryKind.ActionResult)]
    [InlineData(JournalEntryKind.Disposition)]
    public async Task Deadline_WhoseHostDies_PassesOnce(JournalEntryKind kind)
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();
        host.Clock.SetUtcNow(Due);
        host.Journal.Refuses = entry => entry.Kind == kind;
        await host.PassTimeAsync(host.Processor.RecoverAsync().AsTask());
        host.Journal.Refuses = _ => false;
        await using var next = host.Successor(CaseHost.Asking);

        Assert.Equal(1, await next.Processor.RecoverAsync());

        Assert.Equal(["issue-1 to team payments"], host.Tickets.Lines.Concat(next.Tickets.Lines).Distinct());
        Assert.Single(host.Tickets.Keys.Concat(next.Tickets.Keys).Distinct());
        Assert.Equal((CaseOwner.Team, "payments"), ((await next.RowAsync()).Owner, (await next.RowAsync()).Team));
        Assert.Equal(0, await next.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Answer_InTime_EndsTheDeadline()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();

        await host.Processor.ContinueAsync(
            CaseHost.One,
            new Turn
            {
                Id = "m-1",
                Fields = new Dictionary<string, string> { ["line"] = "red" },
            }
        );
        host.Clock.SetUtcNow(Due);

        Assert.Equal(0, await host.Processor.RecoverAsync());
        Assert.Equal(["issue-1 to team payments"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Answer_AfterTheDeadline_UpdatesTheTicket()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();
        host.Clock.SetUtcNow(Due);
        await host.Processor.RecoverAsync();

        await host.Processor.ContinueAsync(
            CaseHost.One,
            new Turn
            {
                Id = "m-1",
                Fields = new Dictionary<string, string> { ["line"] = "red" },
            }
        );

        Assert.Equal(["issue-1 to team payments", "issue-1 updated by m-1"], host.Tickets.Lines);
        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Turn_ThatAddsNothing_LeavesTheDeadline()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();
        var before = await host.RowAsync();
        host.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(DispositionStatus.Recorded, (await host.SayAsync("m-1", " ")).Status);

        var after = await host.RowAsync();
        Assert.Equal((before.Owner, before.Due, before.DueFor, before.Calendar), (after.Owner, after.Due, after.DueFor, after.Calendar));
        host.Clock.SetUtcNow(Due);
        Assert.Equal(1, await host.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Hours_ThatChange_LeaveWhatWasReckoned()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();
        await using var other = CaseHost.With(
            host.Journal.ForAnotherHost(),
            host.Clock,
            options => options.BusinessHours.Tuesday = "",
            CaseHost.Asking
        );
        await other.ProcessAsync("issue-2");

        Assert.Equal(Due, (await other.RowAsync()).Due);
        Assert.Equal(Due.AddDays(1), (await other.RowAsync("issue-2")).Due);
        Assert.NotEqual((await other.RowAsync()).Calendar, (await other.RowAsync("issue-2")).Calendar);
    }

    [Fact]
    public async Task Deadline_OfARuleThatIsGone_GoesToItsTeam()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync(text: "omega");
        await using var next = host.Successor(CaseHost.Answer);
        next.Clock.SetUtcNow(Due);

        Assert.Equal(1, await next.Processor.RecoverAsync());

        Assert.Equal(["issue-1 to team claims"], next.Tickets.Lines);
    }

    [Fact]
    public async Task Deadline_InAFile_PassesInTheNextHost()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-");
        try
        {
            var path = Path.Combine(folder.FullName, "journal.db");
            var clock = new FakeTimeProvider(SomeRules.Now);
            await using (
                var host = new ActingHost(new FaultyJournal(), clock, [CaseHost.Asking], configure: builder =>
                    builder.UseSqliteJournal(path)
                )
            )
                await host.ProcessAsync();
            clock.SetUtcNow(Due);
            await using var next = new ActingHost(new FaultyJournal(), clock, [CaseHost.Asking], configure: builder =>
                builder.UseSqliteJournal(path)
            );

            Assert.Equal(1, await next.Processor.RecoverAsync());

            Assert.Equal(["issue-1 to team payments"], next.Tickets.Lines);
            var row = await next.Get<IJournal>().FindCaseAsync(CaseHost.One);
            Assert.Equal((CaseOwner.Team, "payments", null), (row!.Owner, row.Team, row.Due));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(JournalEntry Entry, DecisionContent Content)> LastAsync(ActingHost host)
    {
        var entry = (
            await host.EntriesAsync(
                new JournalQuery
                {
                    Kinds = [JournalEntryKind.Decision],
                    NewestFirst = true,
                    Limit = 1,
                }
            )
        )[0];
        return (entry, JournalJson.Read<DecisionContent>(entry));
    }
}
